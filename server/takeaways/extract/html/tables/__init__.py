"""Tables of any page: a grid of cells, what its rows and columns are for, and each cell with its headers."""

from .grid import Grid, html_grid, latexml_grid
from .heads import cells_of

__all__ = ["Grid", "cells_of", "html_grid", "latexml_grid"]
