"""How does an official table look before it is written? Plain sheets, laid out in many ways.

A sheet is a dictionary of cells by A1 address, so that a specimen can say `sheet["K12"] = 1208`.
The units and their figures are invented; all amounts below are in 万元.
"""
from decimal import Decimal

BLOCKS = ["一般公共预算", "政府性基金预算", "合计"]
MEASURES = ["项目数", "预算数", "执行数", "决算数"]

# Per line: the four figures of 一般公共预算, then (where there are any) those of 政府性基金预算.
TABLE1 = [
    ("一般事务", "12 320.5 310.2 310.2"),
    ("外交", ""),
    ("公共安全", "4 150 148.6 148.6"),
    ("教育", "6 512 500 498.5"),
    ("科学技术", "2 80 76.4 76.4"),
    ("文化体育与传媒", "3 64.3 64.3 60.1"),
    ("社会保障和就业", "8 410 402 402 2 36 30 30"),
    ("医疗卫生与计划生育", "5 1280 1279 1200"),
    ("节能环保", "3 225.6 220 220"),
    ("城乡社区", "7 930 905.5 905.5 3 600 580 575"),
    ("农林水", "9 345.8 340 338 1 50 50 50"),
    ("交通运输", "1 25 25 25"),
    ("资源勘探信息等", ""),
    ("商业服务业等", "2 38.4 36 36"),
    ("金融", "1 18 18 18"),
    ("国土资源气象等", "4 96.75 90.25 88.25"),
    ("住房保障", "1 60 55 55"),
    ("粮油物资储备", ""),
    ("其他", "3 47.2 45 45 1 12 12 12"),
]
TABLE2 = [
    ("基本公共服务", "30 2300.5 2280 2200 4 610 590 585"),
    ("社会管理性服务", "8 410 400 400"),
    ("行业管理与协调性服务", "3 64.3 64.3 60.1"),
    ("技术性服务", "14 980.75 960.25 958 2 76 70 70"),
    ("政府履职所需辅助性事项", "13 720 700 700"),
    ("其他适宜由社会力量承担的服务事项", "3 128 110.7 108.45 1 12 12 12"),
]
LINES = {1: TABLE1, 2: TABLE2}

# The later edition's labels, with its two further lines left out of these counties' forms.
LATER = {
    "一般事务": "一般公共服务",
    "文化体育与传媒": "文化旅游体育与传媒",
    "医疗卫生与计划生育": "卫生健康",
    "资源勘探信息等": "资源勘探工业信息等",
    "国土资源气象等": "自然资源海洋气象等",
}
EARLIER = {
    "一般事务": "一般公共服务",
    "医疗卫生与计划生育": "医疗卫生",
    "节能环保": "环境保护",
    "城乡社区": "城乡社区事务",
    "农林水": "农林水事务",
    "资源勘探信息等": "资源勘探电力信息等事务",
    "商业服务业等": "商业服务业等事务",
    "金融": "金融监管等事务",
    "国土资源气象等": "国土资源气象等事务",
    "粮油物资储备": "粮油物资储备管理等事务",
}


def letters(column):
    """Column letters of a column counted from 1."""
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_of(text):
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number


def split(address):
    """'K12' as (12, 11): row and column from 1."""
    head = address.rstrip("0123456789")
    return int(address[len(head):]), column_of(head)


class Sheet(dict):
    """Cells by address: numbers, texts, booleans, dates, '=formulas' and '#ERRORS!'."""

    def __init__(self, name):
        super().__init__()
        self.name = name
        self.formats = {}
        self.merges = []
        self.hidden_rows = []
        self.hidden_columns = []
        self.state = "visible"
        self.texts = set()  # addresses whose content is text even though it begins with '='

    def copy_from(self, other, rows=0, columns=0):
        """Puts another sheet's cells here, moved down and to the right."""
        for address, content in other.items():
            row, column = split(address)
            self[letters(column + columns) + str(row + rows)] = content
        for merge in other.merges:
            ends = [split(end) for end in merge.split(":")]
            self.merges.append(":".join(letters(c + columns) + str(r + rows) for r, c in ends))


def scaled(figure, column, factor):
    """A figure in another unit; project counts stay as they are."""
    return figure if column % 4 == 0 else figure * Decimal(factor)


def figures_of(lines, factor=1):
    """Twelve figures per line (None where nothing is reported, '-' in the text) and the total line's.

    A line 其中… is not part of the sum.
    """
    rows = []
    for label, text in lines:
        given = [None if part == "-" else Decimal(part) for part in text.split()]
        given = [figure and scaled(figure, at, factor) for at, figure in enumerate(given)]
        general = given[:4] or [None] * 4
        fund = given[4:] or [None] * 4
        both = [None if a is None and b is None else (a or 0) + (b or 0)
                for a, b in zip(general, fund)]
        rows.append((label, general + fund + both))
    sums = []
    for column in range(12):
        held = [figures[column] for label, figures in rows
                if figures[column] is not None and not label.startswith("其中")]
        sums.append(sum(held) if held else None)
    return rows, sums


def plain(figure):
    if figure is None:
        return None
    return int(figure) if figure == int(figure) else float(figure)


def table(form, lines=None, unit="甲县财政局", year="（2023）", currency="万元", factor=1,
          totals="typed", header="merged", heading="standard", blocks=BLOCKS, measures=MEASURES,
          labels=None, top=1, left=1, gap=0, serial=False, column_numbers=False, total_on_top=False,
            total_line=True, total_label="合计", notes=True, name=None, title=None):
    """One official table on a sheet of its own. `top` and `left` are those of the title (from 1)."""
    sheet = Sheet(name or f"统计表{form}")
    rows, sums = figures_of(lines or LINES[form], factor)
    label_at = left + (1 if serial else 0)
    first = label_at + 1
    width = first + 4 * len(blocks) - 1

    def put(row, column, content):
        if content is not None:
            sheet[letters(column) + str(row)] = content

    row = top
    title = title if title is not None else f"政府购买服务项目资金统计表{form}"
    row = put_heading(put, heading, row, left, width, title, unit, year, currency)
    row += gap

    # Which official column (0 to 11) stands where.
    order = [(block, measure) for block in blocks for measure in measures]
    official = [BLOCKS.index(block) * 4 + MEASURES.index(measure) for block, measure in order]
    if header == "onerow":
        put(row, label_at, "服务领域")
        for at, (block, measure) in enumerate(order):
            put(row, first + at, block + measure)
        body = row + 1
    else:
        put(row, label_at, "服务领域 项目和金额")
        for at, block in enumerate(blocks):
            column = first + 4 * at
            put(row, column + (1 if header == "centred" else 0), block)
            if header == "repeated":
                for within in range(4):
                    put(row, column + within, block)
            if header == "merged":
                sheet.merges.append(f"{letters(column)}{row}:{letters(column + 3)}{row}")
        if header == "merged":
            sheet.merges.append(f"{letters(label_at)}{row}:{letters(label_at)}{row + 1}")
        for at, (_, measure) in enumerate(order):
            put(row + 1, first + at, measure)
        if serial:
            put(row, left, "序号")
        body = row + 2
    if column_numbers:
        put(body, label_at, "栏次")
        for at in range(len(order)):
            put(body, first + at, at + 1)
        body += 1

    first_line = body + (1 if total_on_top else 0)
    last_line = first_line + len(rows) - 1
    total_row = body if total_on_top else last_line + 1
    for at, (label, figures) in enumerate(rows):
        row = first_line + at
        put(row, label_at, (labels or {}).get(label, label))
        if serial:
            put(row, left, at + 1)
        for within, which in enumerate(official):
            figure = plain(figures[which])
            if totals == "formulas" and which >= 8:
                parts = [letters(first + official.index(which - back)) + str(row) for back in (8, 4)]
                figure = "=" + "+".join(parts)
            put(row, first + within, figure)
    if total_line:
        put(total_row, label_at, total_label)
        for within, which in enumerate(official):
            letter = letters(first + within)
            figure = plain(sums[which])
            if totals == "formulas":
                figure = f"=SUM({letter}{first_line}:{letter}{last_line})"
            put(total_row, first + within, figure)
    if notes:
        below = max(last_line, total_row if total_line else last_line) + 1
        put(below, label_at, "注：关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数，"
            "7月份报送数据时至少需提供本年度全年预算数、本年度上半年执行数、上一年度全年决算数。")
    return sheet


def put_heading(put, heading, row, left, width, title, unit, year, currency):
    """Writes title, 填报单位, 金额 and 年份; the row below them."""
    if heading == "standard":
        put(row, left, title)
        put(row + 1, left, f"填报单位：{unit}")
        put(row + 1, width - 2, f"金额：{currency}　年份：{year}")
        return row + 2
    if heading == "onecell":
        put(row, left, title)
        put(row + 1, left, f"填报单位：{unit}　　金额：{currency}　　年份：{year}")
        return row + 2
    if heading == "cells":  # Names and values in cells of their own.
        put(row, left, title)
        for at, (name, value) in enumerate([("填报单位", unit), ("金额", currency), ("年份", year)]):
            put(row + 1, left + 4 * at, name)
            put(row + 1, left + 4 * at + 1, value)
        return row + 2
    if heading == "colons":  # 填报单位： in one cell, its value in the next.
        put(row, left, title)
        for at, (name, value) in enumerate([("填报单位：", unit), ("年份：", year), ("金额：", currency)]):
            put(row + 1, left + 4 * at, name)
            put(row + 1, left + 4 * at + 1, value)
        return row + 2
    if heading == "above":
        put(row, left, f"填报单位：{unit}")
        put(row + 1, left, f"年份：{year}")
        put(row + 2, left, f"金额：{currency}")
        put(row + 3, left, title)
        return row + 4
    if heading == "beside":
        put(row, left, title)
        put(row, left + 5, f"填报单位：{unit}")
        put(row, left + 8, f"年份：{year}")
        put(row, left + 10, f"金额：{currency}")
        return row + 1
    if heading == "none":
        put(row, left, title)
        return row + 1
    raise ValueError(heading)


def changed(form, **lines):
    """The form's lines with other figures on some of them: changed(1, 教育="6 512 520 498.5")."""
    return [(label, lines.get(label, text)) for label, text in LINES[form]]


def pair(**options):
    """Both tables, each on a sheet of its own."""
    return [table(1, **options), table(2, **options)]
