"""``python -m termcheck`` and the console script."""

import sys


def main() -> None:
    """Answer ``--version`` before anything is loaded; give the rest to the command line."""
    if sys.argv[1:] == ["--version"]:
        from . import __version__

        print(f"termcheck {__version__}")
        return
    try:
        from .cli import main as run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)  # as the shell reports a program that Ctrl-C ended


if __name__ == "__main__":
    main()
