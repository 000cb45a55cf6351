"""Lists that leave the site as a file: one writer for all, without formulas, and told in a log."""

from core.exports.files import FORMATS, export_response

__all__ = ["FORMATS", "export_response"]
