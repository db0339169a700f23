"""Holds the coverage of the tests against what each part of the product must reach.

The pure modules are those that pyproject.toml lists as such for import-linter.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

PURE = "The pure modules reach no file, no clock, no network and no TinyDB"


def pure_modules() -> list[str]:
    """Return the names of the pure modules and packages."""
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(c["source_modules"] for c in contracts if c["name"] == PURE)


def files_of(module: str) -> str:
    """Return the pattern of a module's files."""
    path = module.replace(".", "/")
    return f"{path}/*" if Path(path).is_dir() else f"{path}.py"


def reaches(name: str, least: int, *, include: list[str], omit: list[str] | None = None) -> bool:
    """Print the report of a part and return whether it reaches its gate."""
    print(f"\n{name}: at least {least} %", flush=True)  # noqa: T201 - a script
    command = [sys.executable, "-m", "coverage", "report", f"--fail-under={least}"]
    command += [f"--include={','.join(include)}", *([f"--omit={','.join(omit)}"] if omit else [])]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - our own words


def main() -> int:
    """Hold every part against its gate."""
    whole = [*map(files_of, pure_modules()), "habits/store/*"]
    gates = [
        reaches("pure modules and store", 100, include=whole),
        reaches("the rest of habits", 95, include=["habits/*"], omit=whole),
        reaches("tui", 90, include=["tui/*"]),
    ]
    return 0 if all(gates) else 1


if __name__ == "__main__":
    sys.exit(main())
