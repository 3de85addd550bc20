"""Tables from files and from the clipboard: CSV, TSV and XLSX in all the forms that people have."""

from packdesk.tables.files import read_file
from packdesk.tables.texts import read_text

__all__ = ["read_file", "read_text"]
