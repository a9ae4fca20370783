"""Makes the specimens of this folder: real files of other programs, for the tests of reading.

Run with a Python that has openpyxl and LibreOffice's uno: python3 make_specimens.py
The tests need neither; what this writes is committed.
"""

import datetime
import os
import shutil
import subprocess
import tempfile
import time

import openpyxl
import uno
from com.sun.star.beans import NamedValue, PropertyValue
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def path(name):
    return os.path.join(HERE, name)


def features():
    """Everything that a cell can hold, by openpyxl (which calculates nothing)."""
    book = openpyxl.Workbook()
    cells = book.active
    cells.title = '单元格'
    cells['A1'] = 12
    cells['A2'] = -0.5
    cells['A3'] = 41528.12
    cells['A4'] = '文字'
    cells['A5'] = True
    cells['A6'] = False
    cells['A7'] = '#REF!'
    cells['A7'].data_type = 'e'
    cells['A8'] = '=SUM(A1:A3)'
    cells['A9'] = '=HYPERLINK("http://example.invalid/","点此")'
    cells['A10'] = '=HYPERLINK("x")'
    cells['A10'].data_type = 's'
    cells['A10'].quotePrefix = True
    cells['A11'] = '__proto__'
    cells['A12'] = '  前后空格  '
    cells['A13'] = '两\n行'
    cells['A14'] = '合计（行）'
    cells['A15'] = ''
    cells['A16'] = '１２３．４'
    cells['A17'] = '&<>"\''
    cells['A18'] = '='
    cells['A18'].data_type = 's'
    cells['B1'] = datetime.date(2019, 12, 31)
    cells['B2'] = datetime.datetime(2019, 12, 31, 18, 0)
    cells['B3'] = 0.25
    cells['B3'].number_format = 'h:mm'
    cells['B4'] = 43830
    cells['B4'].number_format = '[$-804]yyyy"年"m"月"d"日";@'
    cells['B5'] = 1234.5
    cells['B5'].number_format = '#,##0.00'
    cells['B6'] = 0.126
    cells['B6'].number_format = '0.0%'
    cells['B7'] = '0012'
    cells['B7'].number_format = '@'
    cells['C1'] = '=A1:A3*2'
    cells.formula_attributes['C1'] = {'t': 'array', 'ref': 'C1:C3'}
    cells['C2'] = 1
    cells['C3'] = 2
    cells['D1'] = '=[1]甲!A1+1'
    cells['D2'] = '=_xlfn.CONCAT(A4,"_xlfn.")'
    cells['E1'] = 'merged'
    cells.merge_cells('E1:G2')
    cells.row_dimensions[4].hidden = True
    cells.column_dimensions['D'].hidden = True

    odd = book.create_sheet("a'b & <c>")
    odd['B2'] = "='单元格'!A1"
    hidden = book.create_sheet('隐藏')
    hidden.sheet_state = 'hidden'
    hidden['A1'] = 1
    very = book.create_sheet('深藏')
    very.sheet_state = 'veryHidden'
    very['A1'] = 2
    book.create_sheet('空')
    chart = book.create_chartsheet('图')
    series = openpyxl.chart.BarChart()
    series.add_data(openpyxl.chart.Reference(cells, min_col=1, min_row=1, max_row=3))
    chart.add_chart(series)
    book.create_sheet('末')['C3'] = '末'
    book.save(path('features-openpyxl.xlsx'))

    # Dates as ISO text, and a workbook that counts from 1904.
    book = openpyxl.Workbook(iso_dates=True)
    book.active['A1'] = datetime.date(2019, 12, 31)
    book.active['A2'] = datetime.datetime(2019, 12, 31, 12, 0)
    book.save(path('iso-dates-openpyxl.xlsx'))
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active['A1'] = datetime.date(2019, 12, 31)
    book.active['A2'] = 2019
    book.save(path('epoch-1904-openpyxl.xlsx'))


def office():
    profile = tempfile.mkdtemp()
    process = subprocess.Popen(
        [
            'soffice',
            '--headless',
            f'-env:UserInstallation=file://{profile}',
            '--accept=pipe,name=specimens;urp;',
        ]
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        'com.sun.star.bridge.UnoUrlResolver', local
    )
    for _ in range(120):
        try:
            context = resolver.resolve('uno:pipe,name=specimens;urp;StarOffice.ComponentContext')
            break
        except Exception:
            time.sleep(0.5)
    manager = context.ServiceManager
    return process, manager.createInstanceWithContext('com.sun.star.frame.Desktop', context)


def prop(name, value):
    item = PropertyValue()
    item.Name = name
    item.Value = value
    return item


def url(file):
    return uno.systemPathToFileUrl(file)


def save(document, name, filter_name, **options):
    properties = [prop('FilterName', filter_name)] + [prop(k, v) for k, v in options.items()]
    document.storeToURL(url(path(name)), tuple(properties))


def calc(desktop):
    """The same cells, calculated, in the formats that LibreOffice writes."""
    other = openpyxl.Workbook()
    other.active.title = '别表'
    other.active['A1'] = 7
    folder = tempfile.mkdtemp()
    other.save(os.path.join(folder, 'other.xlsx'))
    document = desktop.loadComponentFromURL(
        url(path('features-openpyxl.xlsx')), '_blank', 0, (prop('Hidden', True),)
    )
    sheet = document.Sheets.getByIndex(0)
    link = url(os.path.join(folder, 'other.xlsx'))
    sheet.getCellRangeByName('D1').Formula = f"='{link}'#$别表.A1"
    sheet.getCellRangeByName('C1:C3').setArrayFormula('=A1:A3*2')
    cell = sheet.getCellRangeByName('A14')
    cursor = cell.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(1, True)
    cursor.CharWeight = 150.0
    sheet.getCellRangeByName('H1').Formula = '=1/0'
    sheet.getCellRangeByName('H2').Formula = '="文"&"字"'
    sheet.getCellRangeByName('H3').Formula = '=1=1'
    sheet.getCellRangeByName('H4').Formula = '=""'
    sheet.getCellRangeByName('H5').Formula = '=IF(A1>0;TRUE();FALSE())'
    for row in range(1, 13):
        sheet.getCellRangeByName(f'J{row}').Formula = f'=SUM($A$1:A{row})*B$1'
    document.calculateAll()
    save(document, 'features-libreoffice.xlsx', 'Calc MS Excel 2007 XML')
    save(document, 'features-libreoffice.xls', 'MS Excel 97')
    document.close(True)

    small = desktop.loadComponentFromURL('private:factory/scalc', '_blank', 0, (prop('Hidden', True),))
    sheet = small.Sheets.getByIndex(0)
    sheet.getCellRangeByName('A1').String = '合计'
    sheet.getCellRangeByName('B1').Value = 12.5
    sheet.getCellRangeByName('A2').String = '教育'
    sheet.getCellRangeByName('B2').Formula = '=B1*2'
    save(small, 'small.xlsx', 'Calc MS Excel 2007 XML')
    save(small, 'small.xls', 'MS Excel 97')
    password = NamedValue()
    password.Name = 'OOXPassword'
    password.Value = 'secret'
    kind = NamedValue()
    kind.Name = 'CryptoType'
    kind.Value = 'Standard'
    keys = uno.Any('[]com.sun.star.beans.NamedValue', (password, kind))
    save(small, 'encrypted.xlsx', 'Calc MS Excel 2007 XML', EncryptionData=keys)
    save(small, 'encrypted.xls', 'MS Excel 97', Password='secret')
    save(small, 'small.ods', 'calc8')
    save(small, 'small.fods', 'OpenDocument Spreadsheet Flat XML')
    save(small, 'html-named.xls', 'HTML (StarCalc)')
    save(small, 'xml2003-named.xls', 'MS Excel 2003 XML')
    save(small, 'small.slk', 'SYLK')
    save(small, 'small.dif', 'DIF')
    save(small, 'csv-named.xls', 'Text - txt - csv (StarCalc)', FilterOptions='44,34,76,1')
    small.close(True)
    shutil.copy(path('small.xls'), path('small.et'))


if __name__ == '__main__':
    features()
    process, desktop = office()
    try:
        calc(desktop)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        process.wait(60)
