"""How do sheets become files? Each writer is another program: openpyxl, XlsxWriter, xlwt, LibreOffice."""
import datetime
import os
import shutil
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
import xlwt

from sheets import split

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
STAMP = datetime.datetime(2024, 3, 1)


def path_of(name):
    path = os.path.join(FOLDER, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def with_openpyxl(name, sheets):
    """Typed by openpyxl. Formulas have no calculated values."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = STAMP
    for sheet in sheets:
        target = book.create_sheet(sheet.name)
        for address, content in sheet.items():
            cell = target[address]
            cell.value = content
            if address in sheet.texts:
                cell.data_type = "s"
            if address in sheet.formats:
                cell.number_format = sheet.formats[address]
        for merge in sheet.merges:
            target.merge_cells(merge)
        for row in sheet.hidden_rows:
            target.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            target.column_dimensions[column].hidden = True
        target.sheet_state = sheet.state
    book.save(path_of(name))


def with_xlsxwriter(name, sheets, values=None):
    """Written by XlsxWriter; `values` are the calculated values of formulas by (sheet, address)."""
    book = xlsxwriter.Workbook(path_of(name))
    book.set_properties({"created": STAMP})
    for sheet in sheets:
        target = book.add_worksheet(sheet.name)
        for address, content in sheet.items():
            form = sheet.formats.get(address)
            style = book.add_format({"num_format": form} if form else {})
            if isinstance(content, str) and content.startswith("=") and address not in sheet.texts:
                target.write_formula(address, content, style, (values or {}).get((sheet.name, address), 0))
            elif isinstance(content, str):
                target.write_string(address, content, style)
            else:
                target.write(address, content, style)
        for row in sheet.hidden_rows:
            target.set_row(row - 1, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            target.set_column(f"{column}:{column}", None, None, {"hidden": True})
        if sheet.state == "hidden":
            target.hide()
    book.close()


def with_xlwt(name, sheets):
    """An .xls by xlwt."""
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in sheets:
        target = book.add_sheet(sheet.name)
        for address, content in sheet.items():
            row, column = split(address)
            if isinstance(content, str) and content.startswith("="):
                content = xlwt.Formula(content[1:])
            target.write(row - 1, column - 1, content)
    book.save(path_of(name))


def convert(source, name, target_format):
    """Opens a file in LibreOffice (which calculates all formulas) and saves it in another format."""
    extension = target_format.split(":")[0]
    with tempfile.TemporaryDirectory() as work:
        stem = os.path.splitext(os.path.basename(source))[0]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/specimen-office",
             "--headless", "--convert-to", target_format, "--outdir", work, source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(os.path.join(work, f"{stem}.{extension}"), path_of(name))


XLSX = "xlsx:Calc MS Excel 2007 XML"
XLSM = "xlsm:Calc MS Excel 2007 VBA XML"
XLS = "xls:MS Excel 97"


def with_libreoffice(name, sheets, target_format=XLSX):
    """Typed by openpyxl, opened and saved by LibreOffice: formulas hold their values."""
    with tempfile.TemporaryDirectory() as work:
        source = os.path.join(work, "source.xlsx")
        with_openpyxl(os.path.relpath(source, FOLDER), sheets)
        convert(source, name, target_format)


def by_hand(name, sheets):
    """The smallest .xlsx, as web systems export it: texts in the cells themselves, no styles."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/s{n}.xml" ContentType="{kinds}.worksheet+xml"/>'
                  for n in numbers) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="r{n}"/>'
                  for n, sheet in zip(numbers, sheets)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/s{n}.xml"/>'
                  for n in numbers) + "</Relationships>",
    }
    for n, sheet in zip(numbers, sheets):
        rows = {}
        for address, content in sheet.items():
            rows.setdefault(split(address)[0], []).append((split(address)[1], address, content))
        data = ""
        for row in sorted(rows):
            data += f'<row r="{row}">'
            for _, address, content in sorted(rows[row], key=lambda cell: cell[0]):
                if isinstance(content, str):
                    data += f'<c r="{address}" t="inlineStr"><is><t>{escape(content)}</t></is></c>'
                else:
                    data += f'<c r="{address}"><v>{content}</v></c>'
            data += "</row>"
        parts[f"xl/worksheets/s{n}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>'
    with zipfile.ZipFile(path_of(name), "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2024, 3, 1, 0, 0, 0))
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8"?>' + text)
