"""Makes all workbooks below test/specimens but the city's own pair (see puyangWorkbooks.ts).

Run `/usr/bin/python3 test/specimens/make/make_specimens.py [group…]` with openpyxl, XlsxWriter, xlwt
and LibreOffice installed. The tests use the committed files and need none of them. The expected
findings beside the workbooks are written by hand and never by a program.
"""
import sys

import figures
import layouts
import mixed

GROUPS = {"figures": figures.make, "layouts": layouts.make, "mixed": mixed.make}

if __name__ == "__main__":
    for name in sys.argv[1:] or GROUPS:
        GROUPS[name]()
