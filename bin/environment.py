"""Makes `.venv` and installs exactly what a requirements file locks by hash. Needs Python's standard library alone.

Done before, and nothing changed: it costs a few milliseconds.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed"
RUNTIME = ROOT / "requirements.txt"
SPACE_NEEDED = 700 * 1024 * 1024


def main(requirements: Path) -> None:
    if fingerprint(requirements) in installed():
        return
    refuse_without_space(ROOT, SPACE_NEEDED)
    if not (ENVIRONMENT / "bin" / "python").exists() or other_python():
        print("Making the virtual environment …", flush=True)
        venv.EnvBuilder(with_pip=True, clear=other_python(), symlinks=True).create(ENVIRONMENT)
    STAMP.unlink(missing_ok=True)
    install(requirements)
    # The development list holds the runtime's whole: who has the first needs no second round.
    stamped = {fingerprint(requirements)} | ({fingerprint(RUNTIME)} if requirements != RUNTIME else set())
    STAMP.write_text("\n".join(sorted(stamped)))


def fingerprint(requirements: Path) -> str:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{version} {hashlib.sha256(requirements.read_bytes()).hexdigest()}"


def installed() -> set[str]:
    return set(STAMP.read_text().splitlines()) if STAMP.exists() else set()


def other_python() -> bool:
    """Whether the environment was made by another minor version, whose packages this one cannot read."""
    mine = ENVIRONMENT / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    return ENVIRONMENT.exists() and not mine.exists()


def refuse_without_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        sys.exit(f"Too little disk space: {free >> 20} MB are free at {folder}, {needed >> 20} MB are needed.")


def install(requirements: Path) -> None:
    """Run pip, showing one line that counts instead of one line a package."""
    total = sum(1 for line in requirements.read_text().splitlines() if line[:1].isalnum())
    print(f"Installing {total} packages of {requirements.name}; the first time takes a minute or two.", flush=True)
    command = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "--require-hashes", "-r", str(requirements)]
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as pip:
        assert pip.stdout is not None
        seen = 0
        for line in pip.stdout:
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                show(f"Fetching {min(seen, total)} of {total} packages")
            elif line.startswith("Installing collected packages"):
                show(f"Installing {total} packages")
    show("")
    if pip.returncode:
        sys.exit(f"The packages of {requirements.name} could not be installed; pip says above why.")


def show(progress: str) -> None:
    """Write over the last line on a terminal; elsewhere stay silent until the line ends."""
    if sys.stdout.isatty():
        print(f"\r\x1b[K{progress}", end="", flush=True)


if __name__ == "__main__":
    try:
        main(ROOT / sys.argv[1])
    except KeyboardInterrupt:
        sys.exit("Stopped. The next call goes on from here.")
    except subprocess.CalledProcessError as failure:
        sys.exit(f"The virtual environment could not be made; on Debian it needs the package python3-venv. ({failure})")
    except OSError as failure:
        if failure.errno != errno.ENOSPC:
            raise
        sys.exit(f"No disk space is left at {ROOT}.")
