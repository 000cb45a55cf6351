"""Paper: pages set by Typst, as PDF/UA-1 (tagged, with a language, readable aloud).

    render(source, {"title": …}, files={"foto.jpg": …})      bytes of the PDF

Data is handed over as JSON and stays text: nothing that somebody typed is ever read as markup.
"""

from core.pdf.qr import qr_svg
from core.pdf.render import PdfError, render

__all__ = ["PdfError", "qr_svg", "render"]
