from portal.work.records import Heartbeat

__all__ = ["Heartbeat"]
