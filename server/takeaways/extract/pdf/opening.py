"""Opening a PDF, or saying plainly why it does not open."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ...errors import DamagedFile, PasswordProtected


def open_pdf(body: bytes) -> Any:
    """A file as a `pypdfium2.PdfDocument`, to be closed.

    Raises
    ------
    PasswordProtected
        It does not open without a password.
    DamagedFile
        It does not open.
    """
    try:
        return pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as err:
        if err.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise PasswordProtected from err
        raise DamagedFile from err
