from portal.home.services.plant_trees import plant_trees

__all__ = ["plant_trees"]
