"""Files that want to be run: by their name, by what is in them, or by being two things at once."""

from __future__ import annotations

import gzip
import zlib

from tests.factories.bombs import DOCX, zipped
from tests.factories.pictures import picture_bytes

SCRIPT = b"<script>document.title='RAN';fetch('/ran')</script>"
HTML = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload=\"fetch('/ran')\">" + SCRIPT + b"</svg>"
XHTML = b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>" + SCRIPT + b"</html>"
MHT = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + HTML
GIF_JS = b"GIF89a=1;fetch('/ran');/*" + b"\x00" * 20 + b"*/"
JPEG_HTML = picture_bytes("jpg") + HTML
JS = b"fetch('/ran')"
PDF_JS = b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"
PDF_HASH = PDF_JS.replace(b"/JavaScript/JS", b"/J#61vaScript/#4aS")
PDF_PACKED = (
    b"%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n"
    + zlib.compress(b"<</S/JavaScript/JS(app.alert(1))>>")
    + b"\nendstream"
)
PDF_FILE = b"%PDF-1.7\n1 0 obj<</Type/EmbeddedFile>>endobj"
PDF_RUN = b"%PDF-1.7\n1 0 obj<</S/Launch/F(calc.exe)>>endobj"
PDF_HTML = b"%PDF-1.7\n" + HTML
MACRO = zipped(*DOCX, ("word/vbaProject.bin", b"x"))
XLSX = [DOCX[0], ("xl/workbook.xml", b"<x/>")]
ODT = ("mimetype", b"application/vnd.oasis.opendocument.text")

# Name, contents, and the type that the sender says it is.
HOSTILE: list[tuple[str, bytes, str]] = [
    ("a.svg", SVG, "image/svg+xml"),
    ("a.svgz", gzip.compress(SVG), "image/svg+xml"),
    ("a.html", HTML, "text/html"),
    ("a.htm", HTML, "image/jpeg"),
    ("a.xhtml", XHTML, "application/xhtml+xml"),
    ("a.xml", XHTML, "text/xml"),
    ("a.js", JS, "text/javascript"),
    ("a.mjs", JS, "text/plain"),
    ("a.mht", MHT, "message/rfc822"),
    ("a.swf", b"FWS\x09" + b"\x00" * 60, "application/x-shockwave-flash"),
    ("a.php", b"<?php echo 1;", "image/png"),
    ("a.jpg.php", picture_bytes("jpg"), "image/jpeg"),
    ("a.jpg.html", JPEG_HTML, "image/jpeg"),
    ("a.pdf.html", HTML, "application/pdf"),
    ("a", HTML, "image/jpeg"),
    ("a.", HTML, "image/jpeg"),
    (".jpg", HTML, "image/jpeg"),
    (".htaccess", b"AddHandler php jpg", "text/plain"),
    ("svg.jpg", SVG, "image/jpeg"),
    ("html.jpg", HTML, "image/jpeg"),
    ("html.pdf", HTML, "application/pdf"),
    ("html.txt", HTML, "text/plain"),
    ("html.csv", b"\xef\xbb\xbf\n " + HTML, "text/csv"),
    ("html16.txt", HTML.decode().encode("utf-16"), "text/plain"),
    ("late.txt", b"Beste buren,\n" + HTML, "text/html"),
    ("xml.docx", XHTML, "application/msword"),
    ("gif.gif", GIF_JS, "image/gif"),
    ("gif.jpg", GIF_JS, "text/javascript"),
    ("both.jpg", JPEG_HTML, "text/html"),
    ("both.gif", picture_bytes("gif") + HTML, "image/gif"),
    ("both.png", picture_bytes("png") + HTML, "image/svg+xml"),
    ("js.pdf", PDF_JS, "application/pdf"),
    ("hash.pdf", PDF_HASH, "application/pdf"),
    ("packed.pdf", PDF_PACKED, "application/pdf"),
    ("file.pdf", PDF_FILE, "application/pdf"),
    ("run.pdf", PDF_RUN, "application/pdf"),
    ("html-in.pdf", PDF_HTML, "text/html"),
    ("macro.docx", MACRO, "application/msword"),
    ("macro4.xlsx", zipped(*XLSX, ("xl/macrosheets/s.xml", b"")), "text/html"),
    ("activex.docx", zipped(*DOCX, ("word/activeX/a.bin", b"")), "text/html"),
    ("basic.odt", zipped(ODT, ("Basic/Standard/m.xml", b"")), "text/html"),
    ("exe.zip", zipped(("foto.jpg.exe", b"MZ")), "application/zip"),
    ("html.zip", zipped(("a.html", HTML)), "text/html"),
    ("before.zip", HTML + zipped(("a", b"a")), "text/html"),
    ("\u202egpj.lmth", HTML, "image/jpeg"),
    ("\u202ejpg.exe.jpg", picture_bytes("jpg"), "image/jpeg"),
    ("x" * 300 + ".jpg", picture_bytes("jpg"), "image/jpeg"),
    ("x" * 300 + ".html", HTML, "image/jpeg"),
    ("../../../a.jpg", picture_bytes("jpg"), "image/jpeg"),
    ("..\\..\\a.pdf", b"%PDF-1.7\n", "application/pdf"),
    ("a.jpg\x00.html", picture_bytes("jpg"), "image/jpeg"),
    ("a.html\x00.jpg", HTML, "image/jpeg"),
    ("<img src=x onerror=1>.pdf", b"%PDF-1.7\n", "application/pdf"),
    ('a";filename="b.html.pdf', b"%PDF-1.7\n", "application/pdf"),
]
