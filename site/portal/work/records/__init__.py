from portal.work.records.heartbeat import Heartbeat

__all__ = ["Heartbeat"]
