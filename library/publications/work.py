from datetime import timedelta

from library.publications.services.read_files import read_waiting_file
from portal.work.sweeps import Sweep

SWEEPS = (Sweep("read the text of files", timedelta(seconds=20), read_waiting_file),)
