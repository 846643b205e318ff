from portal.home.services.plant_trees import plant_trees
from portal.home.services.send_message import send_message

__all__ = ["plant_trees", "send_message"]
