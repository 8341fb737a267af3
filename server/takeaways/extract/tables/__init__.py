"""Tables: a grid of cells, what its rows and columns are for, and each cell with its headers."""

from .grid import COLUMNS, Grid, Slot, laid_out
from .heads import cells_of

__all__ = ["COLUMNS", "Grid", "Slot", "cells_of", "laid_out"]
