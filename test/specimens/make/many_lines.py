"""Makes `causes/many-lines.xlsx`, 800 lines under the heading of Table 1, and what must be said of it.

Run `python3 test/specimens/make/many_lines.py`; it needs nothing but Python. Seven thousand findings are
too many to be written by hand, so they are worked out here from the sheets' values and the rules as they
are printed, and by nothing of the product.
"""
import csv
import os
import zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "..", "causes", "many-lines.xlsx")
UNIT, YEAR = "濮阳市财政局", 2019
COLUMNS = "BCDEFGHIJKLM"
MEASURES = ["项目数", "预算数", "执行数", "决算数"]
# The lines of the printed Table 1, in its order.
FORM = ("一般事务 外交 公共安全 教育 科学技术 文化体育与传媒 社会保障和就业 医疗卫生与计划生育 节能环保 城乡社区 农林水 "
        "交通运输 资源勘探信息等 商业服务业等 金融 国土资源气象等 住房保障 粮油物资储备 其他").split()
FIRST_ROW = 5


def heading(form):
    """The cells above the lines."""
    cells = {"A1": f"政府购买服务项目资金统计表{form}", "A2": f"填报单位：{UNIT}", "K2": f"金额：万元 年份：（{YEAR}）",
             "A3": "服务领域 项目和金额", "B3": "一般公共预算", "F3": "政府性基金预算", "J3": "合计"}
    for at, column in enumerate(COLUMNS):
        cells[f"{column}4"] = MEASURES[at % 4]
    return cells


def table1():
    """Line k of 800 holds k+1, k+2 … in both budgets; its totals are 3k+6, 3k+8 … and not what these add up to."""
    cells = heading(1)
    for k in range(800):
        row = FIRST_ROW + k
        cells[f"A{row}"] = ["教育", "外交", "公共安全"][k] if k < 3 else f"项目{k}"
        for at, column in enumerate(COLUMNS[:8]):
            cells[f"{column}{row}"] = Decimal(k + 1 + at)
        for at, column in enumerate(COLUMNS[8:]):
            cells[f"{column}{row}"] = Decimal(3 * k + 6 + 2 * at)
    row = FIRST_ROW + 800
    cells[f"A{row}"] = "合计"
    for column in COLUMNS:
        cells[f"{column}{row}"] = sum(cells[f"{column}{line}"] for line in range(FIRST_ROW, row))
    return cells


def table2():
    """The city's own table."""
    cells = heading(2)
    with open(os.path.join(HERE, "..", "figures", "puyang-2019-table2.tsv"), encoding="utf-8") as file:
        for row, (label, *figures) in enumerate(list(csv.reader(file, delimiter="\t"))[1:], FIRST_ROW):
            cells[f"A{row}"] = label
            for column, figure in zip(COLUMNS, figures):
                if figure != "":
                    cells[f"{column}{row}"] = Decimal(figure)
    cells[f"A{row + 1}"] = "注：关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数。"
    return cells


def written(figure):
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def save(path, sheets):
    """The smallest .xlsx, texts in the cells themselves."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/s{n}.xml" ContentType="{kinds}.worksheet+xml"/>'
                  for n in numbers) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="统计表{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/s{n}.xml"/>'
                  for n in numbers) + "</Relationships>",
    }
    for n, cells in zip(numbers, sheets):
        rows = {}
        for address, content in cells.items():
            rows.setdefault(int(address[1:]), []).append((address, content))
        data = ""
        for row in sorted(rows):
            data += f'<row r="{row}">'
            for address, content in sorted(rows[row]):
                data += (f'<c r="{address}" t="inlineStr"><is><t>{escape(content)}</t></is></c>'
                         if isinstance(content, str) else
                         f'<c r="{address}"><v>{written(content)}</v></c>')
            data += "</row>"
        parts[f"xl/worksheets/s{n}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2024, 3, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8"?>' + text)


class Findings(list):
    def say(self, rule, form, cell, stated=None, computed=None):
        figures = ["-" if figure is None else written(figure) for figure in (stated, computed)]
        self.append("\t".join(["问题", rule, f"统计表{form}", cell, *figures]))


def half_of_last_place(amounts):
    """Half a unit of the last place that the amounts are written to: what rounding can have done to one of them."""
    places = max(-figure.as_tuple().exponent for figure in
                 (Decimal(written(amount)) for amount in amounts if amount is not None))
    return Decimal(5).scaleb(-places - 1)


def judge_table(form, cells, found):
    """What is wrong within a table; its total line's row."""
    total = next(row for row in range(FIRST_ROW, FIRST_ROW + 1000) if cells.get(f"A{row}") == "合计")
    lines = range(FIRST_ROW, total)
    at = lambda column, row: cells.get(f"{column}{row}")  # noqa: E731
    half = half_of_last_place(at(column, row) for row in lines for column in COLUMNS if column not in "BFJ")
    for row in [*lines, total]:
        for general, fund, both in zip(COLUMNS[:4], COLUMNS[4:8], COLUMNS[8:]):
            due, stated = (at(general, row) or 0) + (at(fund, row) or 0), at(both, row) or 0
            # Two parts and their total, each of them rounded.
            room = 0 if both == "J" else 3 * half
            if due != stated:
                found.say("B-010" if abs(due - stated) > room else "R-060", form, f"{both}{row}", stated, due)
    for column in COLUMNS:
        due = sum(at(column, row) or 0 for row in lines)
        # With 800 parts rounding could explain much; here all of these hold exactly.
        if due != (at(column, total) or 0):
            found.say("B-020", form, f"{column}{total}", at(column, total), due)
    for row in lines:
        for block in (0, 4):
            _, budgeted, executed, accounts = (at(COLUMNS[block + within], row) for within in range(4))
            if None not in (budgeted, executed) and executed > budgeted:
                found.say("R-010", form, f"{COLUMNS[block + 2]}{row}", executed, budgeted)
            if None not in (executed, accounts) and accounts > executed:
                found.say("R-020", form, f"{COLUMNS[block + 3]}{row}", accounts, executed)
    return total


def judge_lines(cells, total, found):
    """Lines of Table 1 that the form does not have, and those of the form that are not there."""
    labels = {row: cells[f"A{row}"] for row in range(FIRST_ROW, total)}
    for row, label in labels.items():
        if label not in FORM:
            found.say("C-030", 1, f"A{row}")
    for place, label in enumerate(FORM):
        if label not in labels.values():
            # Told where it would be put in: at the first line that comes after it in the form, or else at the total line.
            later = [row for row, one in labels.items() if one in FORM[place + 1:]]
            found.say("C-030", 1, f"A{later[0] if later else total}")


def expectation(first, second):
    found = Findings()
    totals = [judge_table(form, cells, found) for form, cells in ((1, first), (2, second))]
    judge_lines(first, totals[0], found)
    for column in COLUMNS:
        own, other = first[f"{column}{totals[0]}"], second[f"{column}{totals[1]}"]
        if own != other:
            found.say("X-010", 1, f"{column}{totals[0]}", own, other)
    rows = [f"表\t统计表{form}\ttable{form}\tA3:M{total}\t1\t{UNIT}\t{YEAR}\ttenThousandYuan"
            for form, total in enumerate(totals, 1)]
    # In each measure 800 totals fail at once: nobody can say which cell of a line is wrong.
    rows += [f"填错\t{measure}\tunknown\t-"
             for measure in ("projectCount", "budgeted", "executed", "finalAccounts")]
    return ["# 表头下有 800 行，多数不是表样的科目，799 行的合计与两块之和不符：逐项说出，不猜哪一格填错。本文件由 make/many_lines.py 从表中各数算出。",
            "参数\t--today 2020-03-01", "退出码\t1", *sorted(rows), *sorted(found)]


if __name__ == "__main__":
    sheets = table1(), table2()
    save(TARGET, sheets)
    with open(f"{TARGET}.expected.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(expectation(*sheets)) + "\n")
