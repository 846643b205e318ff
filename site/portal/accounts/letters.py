from portal.notifications.letter import Letter

LETTERS = (Letter("accounts/my_data", examples=({"path": "/sq/llogaria/te-dhenat-e-mia/shembull/"},)),)
