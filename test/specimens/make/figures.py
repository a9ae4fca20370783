"""Workbooks with wrong, doubtful or oddly written figures; every one of them is otherwise clean."""
import datetime

from sheets import LINES, changed, pair, table
from writers import (XLS, by_hand, with_libreoffice, with_openpyxl, with_xlsxwriter, with_xlwt)


def edited(changes, changes2=None, **options):
    """The clean pair with cells of Table 1 (and Table 2) changed; None empties a cell."""
    sheets = pair(**options)
    for sheet, edits in zip(sheets, (changes, changes2 or {})):
        for address, content in edits.items():
            sheet.pop(address, None)
            if content is not None:
                sheet[address] = content
    return sheets


def clean():
    with_openpyxl("clean/openpyxl.xlsx", pair())
    with_openpyxl("clean/openpyxl-formulas.xlsx", pair(totals="formulas"))
    with_libreoffice("clean/libreoffice-formulas.xlsx", pair(totals="formulas"))
    with_libreoffice("clean/libreoffice.xls", pair(totals="formulas"), XLS)
    with_libreoffice("clean/libreoffice.xlsm", pair(), "xlsm:Calc MS Excel 2007 VBA XML")
    with_xlsxwriter("clean/xlsxwriter.xlsx", pair())
    with_xlwt("clean/xlwt.xls", pair())
    with_xlwt("clean/wps.et", pair())
    by_hand("clean/inline-texts.xlsx", pair())
    nil = [[(label, "0 0 0 0 0 0 0 0") for label, _ in LINES[form]] for form in (1, 2)]
    with_openpyxl("clean/nil-return.xlsx", [table(1, nil[0]), table(2, nil[1])])
    # Sums as a program adds doubles: 0.1 + 0.2 is not 0.3.
    noisy = edited({"C24": 4603.550000000001, "K24": 5301.549999999999, "D24": 4515.250000000001},
                   {"K11": 5301.550000000001})
    with_openpyxl("clean/float-noise.xlsx", noisy)


def wrong():
    book = with_openpyxl
    book("wrong/transposition.xlsx", edited({"K12": 1208}))
    book("wrong/substitution.xlsx", edited({"C8": 572}))
    book("wrong/omission.xlsx", edited({"D12": 129}))
    book("wrong/insertion.xlsx", edited({"C16": 255}))
    book("wrong/decimal-shift.xlsx", edited({"C20": 967.5}))
    book("wrong/unit-shift.xlsx", edited({"C21": 600000}))
    book("wrong/sign-flip.xlsx", edited({"G11": -36}))
    book("wrong/swapped-cells.xlsx", edited({"C13": 220, "D13": 225.6}))
    book("wrong/wrong-line.xlsx", edited({"C7": None, "C8": 662}))
    book("wrong/stale-total.xlsx", edited({"D5": 315.2, "L5": 315.2}))
    book("wrong/project-count.xlsx", edited({"B14": 8}))
    book("wrong/two-at-once.xlsx", edited({"K12": 1208, "L14": 1458.5}))
    book("wrong/table2-off.xlsx", edited({}, {"C6": 420, "K6": 420, "C11": 4613.55, "K11": 5311.55}))
    with_xlwt("wrong/in-xls.xls", edited({"K12": 1208}))
    with_libreoffice("wrong/input-under-formulas.xlsx", edited({"C8": 572}, totals="formulas"))


def relations():
    book = with_openpyxl
    book("relations/fraction-of-a-project.xlsx", edited({"B5": 12.5}))
    book("relations/negative-count.xlsx", edited({"B20": -4}))
    book("relations/amount-without-project.xlsx", [
        table(1, changed(1, 交通运输="- 25 25 25")),
        table(2, changed(2, 其他适宜由社会力量承担的服务事项="2 128 110.7 108.45 1 12 12 12"))])
    book("relations/carried-over.xlsx", [
        table(1, changed(1, 金融="1 0 18 18")),
        table(2, changed(2, 基本公共服务="30 2282.5 2280 2200 4 610 590 585"))])
    book("relations/project-without-amount.xlsx", [
        table(1, changed(1, 金融="1 0 0 0")),
        table(2, changed(2, 基本公共服务="30 2282.5 2262 2182 4 610 590 585"))])
    book("relations/executed-over-budget.xlsx", [
        table(1, changed(1, 教育="6 512 520 498.5")),
        table(2, changed(2, 技术性服务="14 980.75 980.25 958 2 76 70 70"))])
    book("relations/accounts-over-executed.xlsx", [
        table(1, changed(1, 教育="6 512 500 505")),
        table(2, changed(2, 基本公共服务="30 2300.5 2280 2206.5 4 610 590 585"))])
    book("relations/one-project-in-both-tables.xlsx", [
        table(1, changed(1, 教育="6 512 524.35 498.5")),
        table(2, changed(2, 社会管理性服务="8 410 422.35 400",
                         技术性服务="14 980.75 962.25 958 2 76 70 70"))])
    book("relations/below-fen.xlsx", [
        table(1, changed(1, 商业服务业等="2 38.4000001 36 36")),
        table(2, changed(2, 基本公共服务="30 2300.5000001 2280 2200 4 610 590 585"))])
    sub = [entry for line in LINES[1] for entry in
           ([line, ("其中：学前教育", "4 550 290 290")] if line[0] == "教育" else [line])]
    book("relations/sub-line-too-large.xlsx", [table(1, sub), table(2)])


def text():
    book = with_openpyxl
    book("text/numbers-as-text.xlsx", edited({
        "C8": "512", "C12": "１，２８０", "C14": "930.00 ", "G14": "600万元", "B15": "9个",
        "D15": "　340", "C13": "¥225.6", "K12": "1,280.00"}))
    with_xlwt("text/numbers-as-text.xls", edited({"C8": "512", "K12": "1,280.00"}))
    book("text/text-in-yuan.xlsx", edited({"C8": "5120000元", "C12": "0.128亿元"}))
    book("text/bracketed-negative.xlsx", edited({"G11": "(36)"}))
    not_numbers = edited({"C8": "五百一十二", "D8": datetime.date(2023, 5, 1), "E8": True})
    book("text/not-numbers.xlsx", not_numbers)
    book("text/signs-for-blank.xlsx", edited({"F5": "—", "G5": "－", "H5": "-", "I5": "/", "F6": "无"}))
    book("text/spaces-for-blank.xlsx", edited({"F5": "  ", "G5": "　", "C6": "\u00a0"}))
    empty = edited({f"{letter}6": f'=IF(SUM({a}6,{b}6)=0,"",SUM({a}6,{b}6))'
                    for letter, a, b in zip("JKLM", "BCDE", "FGHI")})
    with_libreoffice("text/formulas-showing-nothing.xlsx", empty)
    book("text/error-values.xlsx", edited({"C8": "#REF!", "D12": "#N/A"}))
    with_libreoffice("text/error-spreads.xlsx", edited({"C8": "=1/0"}, totals="formulas"))
    with_openpyxl("text/error-not-calculated.xlsx", edited({"C8": "=1/0"}, totals="formulas"))


def rounded(total):
    """Three lines of 10.4 rounded to 10, and two of 15.6 rounded to 16: in truth both sum to 31.2."""
    first = [(label, {"一般事务": "1 10 10 10", "教育": "1 10 10 10", "农林水": "1 10 10 10"}.get(label, ""))
             for label, _ in LINES[1]]
    second = [(label, {"基本公共服务": "2 16 16 16", "技术性服务": "1 16 16 16"}.get(label, ""))
              for label, _ in LINES[2]]
    sheets = [table(1, first), table(2, second)]
    for letter in "CDEKLM":
        sheets[0][letter + "24"] = 31
        sheets[1][letter + "11"] = 31
    sheets[0]["C24"] = sheets[0]["K24"] = total
    return sheets


def rounding():
    with_openpyxl("rounding/whole.xlsx", rounded(31))
    with_openpyxl("rounding/on-the-bound.xlsx", rounded(32))
    with_openpyxl("rounding/beyond.xlsx", rounded(33))
    # Typed exactly, 10.4 + 10.4 = 20.8; displayed without decimals as 10 + 10 = 21.
    first = [(label, "1 10.4 10.4 10.4 1 10.4 10.4 10.4" if label == "一般事务" else "")
             for label, _ in LINES[1]]
    second = [(label, "1 10.4 10.4 10.4 1 10.4 10.4 10.4" if label == "基本公共服务" else "")
              for label, _ in LINES[2]]
    shown = [table(1, first), table(2, second)]
    for address in ("C5", "G5", "K5", "C24", "G24", "K24"):
        shown[0].formats[address] = "0"
    with_openpyxl("rounding/displayed.xlsx", shown)
    with_libreoffice("rounding/displayed-libreoffice.xlsx", shown)


def units():
    with_openpyxl("units/yuan.xlsx", pair(currency="元", factor=10000))
    with_openpyxl("units/thousand-yuan.xlsx", pair(currency="千元", factor=10))
    with_openpyxl("units/hundred-million.xlsx", pair(currency="亿元", factor="0.0001"))
    with_openpyxl("units/mixed.xlsx", [table(1), table(2, currency="元", factor=10000)])
    with_openpyxl("units/yuan-in-a-wan-sheet.xlsx", pair(factor=10000))
    with_openpyxl("units/wan-in-a-yuan-sheet.xlsx", pair(currency="元"))
    with_openpyxl("units/province.xlsx", pair(unit="某省财政厅", factor=900))
    with_openpyxl("units/village.xlsx", pair(unit="某乡财政所", factor="0.02"))
    with_openpyxl("units/spelled-out.xlsx", [table(1, currency="人民币万元"), table(2, currency="（万元）")])
    with_openpyxl("units/dollars.xlsx", pair(currency="美元"))


def totals():
    office = with_libreoffice
    office("totals/typed-over-right.xlsx", edited({"C24": 4603.55}, totals="formulas"))
    office("totals/typed-over-wrong.xlsx", edited({"C24": 4600}, totals="formulas"))
    with_openpyxl("totals/typed-over-not-calculated.xlsx", edited({"C24": 4600}, totals="formulas"))
    lucky = [table(1, changed(1, 其他=""), totals="formulas"),
             table(2, changed(2, 技术性服务="11 933.55 915.25 913 2 76 70 70",
                              其他适宜由社会力量承担的服务事项="3 128 110.7 108.45"), totals="formulas")]
    lucky[0]["C24"] = "=SUM(C5:C22)"
    office("totals/short-range-lucky.xlsx", lucky)
    office("totals/short-range-wrong.xlsx", edited({"D24": "=SUM(D5:D22)"}, totals="formulas"))
    office("totals/short-range-wrong.xls", edited({"D24": "=SUM(D5:D22)"}, totals="formulas"), XLS)
    office("totals/block-left-out.xlsx", edited({"K14": "=C14"}, totals="formulas"))
    office("totals/counted-twice.xlsx", edited({"E24": "=SUM(E5:E23)+E8"}, totals="formulas"))
    linked = edited({"C8": "='[1]统计表1'!C8"})
    with_xlsxwriter("totals/other-workbook.xlsx", linked, {("统计表1", "C8"): 512})
    blanks = {f"{letter}24": None for letter in "BCDEFGHIJKLM"}
    with_openpyxl("totals/total-line-blank.xlsx", edited(blanks))
    with_openpyxl("totals/total-block-blank.xlsx", edited({"J8": None, "K8": None, "L8": None, "M8": None}))
    with_openpyxl("totals/written-in-many-ways.xlsx", edited({
        "C24": "=SUM(C5:C14,C15:C23)", "D24": "=ROUND(SUM(D5:D23),2)", "E24": "=SUBTOTAL(9,E5:E23)",
        "F24": "=SUM($F$5:$F$23)", "G24": "=+G5+SUM(G6:G23)", "H24": "=SUM(H5:H23)+0",
        "K8": "=SUM(C8,G8)", "K14": "=G14+C14", "K24": "=C24+G24"}, totals="formulas"))


def make():
    for group in (clean, wrong, relations, text, rounding, units, totals):
        group()
