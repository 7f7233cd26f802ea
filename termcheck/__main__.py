"""``python -m termcheck`` and the console script."""

import sys


def main() -> None:
    """Answer ``--version`` before anything is loaded; give the rest to the command line."""
    if sys.argv[1:] == ["--version"]:
        from . import __version__

        print(f"termcheck {__version__}")
        return
    import gc

    gc.disable()  # nothing is garbage while a command loads; `check` turns the collector on before it reads texts
    try:
        from .cli import main as run

        code = run()
    except KeyboardInterrupt:
        code = 130  # as the shell reports a program that Ctrl-C ended
    _leave(code)


def _leave(code: int) -> None:
    """End at once: the system takes all memory back together, Python would free it piece by piece."""
    import os

    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
