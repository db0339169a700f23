"""How large a terminal has to be."""

from __future__ import annotations

from typing import Final

LEAST_WIDTH: Final = 40
LEAST_HEIGHT: Final = 12
"""The smallest terminal, in cells, in which the screen is whole."""

TOO_SMALL: Final = f"rapport needs {LEAST_WIDTH} x {LEAST_HEIGHT} cells. Make the terminal larger."

ROOMY: Final = 16
"""From this height of the screen on there are blank lines, and the line has room of its own."""
