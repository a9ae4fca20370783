"""Workbooks whose tables are laid out in other ways than printed, and sheets that are not ours."""
import datetime

from sheets import BLOCKS, EARLIER, LATER, LINES, MEASURES, Sheet, changed, letters, pair, table
from writers import by_hand, with_libreoffice, with_openpyxl, with_xlsxwriter, with_xlwt


def headings():
    book = with_openpyxl
    book("headings/one-cell.xlsx", [table(1, heading="onecell", year="2023年"),
                                    table(2, heading="onecell", year="二〇二三年")])
    book("headings/cells.xlsx", pair(heading="cells", year=2023))
    date = datetime.date(2023, 12, 31)
    book("headings/date.xlsx", [table(1, heading="colons", year=date), table(2, heading="colons", year="2023年度")])
    with_xlwt("headings/cells.xls", pair(heading="colons", year=2023))
    book("headings/above-title.xlsx", pair(heading="above"))
    book("headings/beside-title.xlsx", pair(heading="beside", year="2023"))
    below = pair(heading="none")
    for sheet, row in zip(below, (25, 12)):
        sheet[f"A{row}"] = "填报单位：甲县财政局"
        sheet[f"F{row}"] = "金额：万元"
        sheet[f"J{row}"] = "年份：（2023）"
    book("headings/below-table.xlsx", below)
    in_title = [table(form, heading="standard", title=f"2023年度政府购买服务项目资金统计表{form}") for form in (1, 2)]
    for sheet in in_title:
        sheet["K2"] = "单位：万元"
    book("headings/year-in-title.xlsx", in_title)
    seal = pair()
    for sheet in seal:
        sheet["A2"] = "填报单位（盖章）：甲县财政局"
    book("headings/seal.xlsx", seal)
    book("headings/wide-signs.xlsx", [table(1, year="（２０２３）", currency="万 元"),
                                      table(2, unit=" 甲县 财政局 ", year="(2023)")])
    book("headings/nothing-stated.xlsx", pair(heading="none"))
    book("headings/left-open.xlsx", pair(unit="__________", year="（    ）"))
    book("headings/other-unit.xlsx", [table(1), table(2, unit="乙县财政局")])
    book("headings/other-year.xlsx", [table(1), table(2, year="（2022）")])
    book("headings/consolidated.xlsx", [table(1), table(2, unit="甲县财政局（汇总）")])


def spread(sheet, gaps):
    """The sheet with blank rows put in below each of these rows."""
    result = Sheet(sheet.name)
    for address, content in sheet.items():
        column = address.rstrip("0123456789")
        row = int(address[len(column):])
        result[column + str(row + sum(1 for gap in gaps if row > gap))] = content
    return result


def arrangements():
    book = with_openpyxl
    both = Sheet("购买服务")
    both.copy_from(table(1, notes=False))
    both.copy_from(table(2), rows=27)
    book("layouts/stacked.xlsx", [both])
    shared = Sheet("购买服务")
    shared.copy_from(table(1, notes=False))
    shared.copy_from(table(2, heading="none"), rows=27)
    with_libreoffice("layouts/stacked-one-heading.xlsx", [shared])
    beside = Sheet("购买服务")
    beside.copy_from(table(1))
    beside.copy_from(table(2), columns=15)
    book("layouts/side-by-side.xlsx", [beside])
    uneven = Sheet("购买服务")
    uneven.copy_from(table(1, header="repeated", measures=[MEASURES[at] for at in (0, 2, 3, 1)]))
    uneven.copy_from(table(2, header="centred", measures=[MEASURES[at] for at in (2, 0, 3, 1)]), columns=13)
    book("layouts/side-by-side-uneven.xlsx", [uneven])
    lower = Sheet("购买服务")
    lower.copy_from(table(1))
    lower.copy_from(table(2), rows=5, columns=15)
    with_libreoffice("layouts/side-by-side-lower.xlsx", [lower])
    on_top = Sheet("购买服务")
    on_top.copy_from(table(1, total_on_top=True, notes=False), columns=1)
    on_top.copy_from(table(2), rows=26)
    book("layouts/stacked-total-on-top.xlsx", [on_top])
    book("layouts/offset.xlsx", pair(top=4, left=4))
    book("layouts/unmerged.xlsx", pair(header="unmerged"))
    book("layouts/centred.xlsx", pair(header="centred"))
    book("layouts/one-row-header.xlsx", pair(header="onerow"))
    turned = [BLOCKS[2], BLOCKS[0], BLOCKS[1]]
    book("layouts/total-block-first.xlsx", pair(blocks=turned))
    with_libreoffice("layouts/total-block-first-formulas.xlsx", pair(blocks=turned, totals="formulas"))
    book("layouts/measures-turned.xlsx",
         pair(measures=[MEASURES[1], MEASURES[2], MEASURES[3], MEASURES[0]]))
    book("layouts/no-total-block.xlsx", [table(1, blocks=BLOCKS[:2]), table(2)])
    book("layouts/no-total-block-twice.xlsx", pair(blocks=BLOCKS[:2]))
    short = table(1)
    del short["M4"]
    book("layouts/column-missing.xlsx", [short, table(2)])
    remarks = pair()
    for sheet in remarks:
        for at, letter in enumerate("BCDEFGHIJKLM"):
            sheet[letter + "4"] = MEASURES[at % 4] + ("（个）" if at % 4 == 0 else "（万元）")
        sheet["J3"] = "合  计"
        sheet["F3"] = "政府性基金\n预算"
    book("layouts/remarks-in-header.xlsx", remarks)
    book("layouts/no-total-line.xlsx", [table(1, total_line=False), table(2)])
    book("layouts/total-on-top.xlsx", pair(total_on_top=True))
    book("layouts/total-on-top-formulas.xlsx", pair(total_on_top=True, totals="formulas"))
    book("layouts/serial-numbers.xlsx", pair(serial=True))
    book("layouts/column-numbers.xlsx", pair(column_numbers=True))
    book("layouts/gap-above-header.xlsx", pair(gap=2))
    spread_out = [spread(table(1, header="unmerged"), (8, 12, 12, 23)), spread(table(2, header="unmerged"), (6,))]
    book("layouts/blank-rows.xlsx", spread_out)
    sub = [entry for line in LINES[1] for entry in
           ([line, ("其中：学前教育", "2 100 98 98"), ("　　　职业教育", "")] if line[0] == "教育" else [line])]
    book("layouts/sub-lines.xlsx", [table(1, sub), table(2)])
    around = pair(top=4)
    for sheet, row in zip(around, (29, 16)):
        sheet["A1"] = "附件"
        sheet["A2"] = "本表由各单位填报，于每年1月和7月报送同级财政部门，合计应与预算数核对。"
        sheet[f"A{row}"] = "填表人：　　　　　审核人：　　　　　联系电话："
        sheet[f"A{row + 1}"] = "说明：教育支出的预算数、执行数以批复为准。"
    book("layouts/text-around.xlsx", around)
    hidden = pair()
    hidden[0].hidden_rows = [8]
    hidden[1].hidden_columns = ["D"]
    book("layouts/hidden-figures.xlsx", hidden)
    empty = pair()
    empty[0].hidden_rows = [6, 17, 25]
    empty[1].hidden_columns = ["N"]
    with_xlsxwriter("layouts/hidden-nothing.xlsx", empty)
    away = pair()
    away[1].state = "hidden"
    book("layouts/hidden-sheet.xlsx", away)


def editions():
    later = [line for line in LINES[1]]
    later.insert(18, ("灾害防治及应急管理", ""))
    book = with_openpyxl
    book("editions/later.xlsx", [table(1, later, labels=LATER), table(2)])
    book("editions/earlier.xlsx", [table(1, labels=EARLIER), table(2)])
    book("editions/one-later-label.xlsx", [table(1, labels={"医疗卫生与计划生育": "卫生健康"}), table(2)])
    aid = [line for line in LINES[1]]
    aid.insert(18, ("援助其他地区", ""))
    book("editions/later-line.xlsx", [table(1, aid), table(2)])
    numbered = "一二三四五六七八九十"
    spelled = {label: f"{at + 1}.{label}支出" for at, (label, _) in enumerate(LINES[1])}
    spelled.update({"一般事务": "一、一般公共服务支出", "外交": "（二）外交", "公共安全": "（三） 公 共 安 全：",
                    "社会保障和就业": "7、社会保障与就业支出", "其他": "１９．其 他"})
    kinds = {label: f"{numbered[at]}、{label}" for at, (label, _) in enumerate(LINES[2])}
    kinds["其他适宜由社会力量承担的服务事项"] = "其他适宜由社会力量承担的\n服务事项"
    kinds["行业管理与协调性服务"] = "（3）行业管理和协调性服务"
    book("editions/spelled.xlsx", [table(1, labels=spelled, total_label="合　计"),
                                   table(2, labels=kinds, total_label="总计")])
    remarks = {"其他": "其他（不含国防）", "商业服务业等": "商业服务业", "金融": "金融监管",
               "粮油物资储备": "粮油物资储备事务", "资源勘探信息等": "资源勘探电力信息等",
               "国土资源气象等": "国土海洋气象等"}
    with_libreoffice("editions/short-forms.xlsx", [table(1, labels=remarks), table(2)])
    without = [line for line in LINES[1] if line[0] != "外交"]
    book("editions/line-missing.xlsx", [table(1, without), table(2)])
    twice = [entry for line in LINES[1] for entry in ([line, line] if line[0] == "外交" else [line])]
    book("editions/line-twice.xlsx", [table(1, twice), table(2)])
    defence = [entry for line in LINES[1] for entry in
               ([line, ("国防", "1 10 10 10")] if line[0] == "外交" else [line])]
    book("editions/unknown-line.xlsx", [
        table(1, defence), table(2, changed(2, 基本公共服务="31 2310.5 2290 2210 4 610 590 585"))])


def pairs():
    book = with_openpyxl
    units = ["甲县财政局", "乙县财政局", "丙县财政局"]
    three = [table(form, unit=unit, name=f"{unit[0]}{form}") for unit in units for form in (1, 2)]
    book("pairs/three.xlsx", three)
    three = [table(form, unit=unit, name=f"{unit[0]}{form}") for unit in units for form in (1, 2)]
    three[3]["K11"] = 5301.5 + 100
    with_libreoffice("pairs/three-one-wrong.xlsx", three)
    apart = [table(form, unit=unit, name=f"{unit[0]}{form}") for form in (1, 2) for unit in reversed(units)]
    book("pairs/all-first-then-all-second.xlsx", apart)
    stacked = Sheet("各县")
    for at, unit in enumerate(units):
        stacked.copy_from(table(1, unit=unit, notes=False), rows=40 * at)
        stacked.copy_from(table(2, unit=unit, notes=False), rows=40 * at + 26)
    book("pairs/three-on-one-sheet.xlsx", [stacked])
    years = [table(form, year=f"（{year}）", name=f"{year}-{form}") for year in (2022, 2023) for form in (1, 2)]
    book("pairs/two-years.xlsx", years)
    book("pairs/second-first.xlsx", [table(2), table(1)])
    book("pairs/copy-left-over.xlsx", [table(1), table(1, name="统计表1 (2)"), table(2)])
    book("pairs/table2-missing.xlsx", [table(1)])
    by_hand("pairs/table1-missing.xlsx", [table(2)])
    book("pairs/third-without-table2.xlsx", [
        table(form, unit=unit, name=f"{unit[0]}{form}") for unit in units for form in (1, 2)][:5])


def rounds():
    book = with_openpyxl

    def without_accounts(form):
        result = []
        for label, figures in LINES[form]:
            parts = figures.split()
            for at in (3, 7):
                if at < len(parts):
                    parts[at] = "-"
            result.append((label, " ".join(parts)))
        return result

    bare = [without_accounts(form) for form in (1, 2)]
    book("rounds/january.xlsx", [table(1, bare[0]), table(2, bare[1])])
    book("rounds/january-of-this-year.xlsx", [table(form, bare[form - 1], year="（2024）") for form in (1, 2)])
    # Half a year executed; last year's accounts, none for a new project and more than what is executed.
    half1 = changed(1, 交通运输="1 25 10 -", 金融="1 18 9 40")
    half2 = changed(2, 技术性服务="14 980.75 936.25 955 2 76 70 70")
    book("rounds/july.xlsx", [table(1, half1, year="（2024）"), table(2, half2, year="（2024）")])
    book("rounds/july-without-accounts.xlsx", [table(form, bare[form - 1], year="（2024）") for form in (1, 2)])
    book("rounds/july-left-over.xlsx", [
        table(1, changed(1, 金融="- - - 18"), year="（2024）"),
        table(2, changed(2, 基本公共服务="29 2282.5 2262 2200 4 610 590 585"), year="（2024）")])
    book("rounds/one-account-blank.xlsx", [
        table(1, changed(1, 交通运输="1 25 25 -")),
        table(2, changed(2, 基本公共服务="30 2300.5 2280 2175 4 610 590 585"))])
    nothing = [[(label, "") for label, _ in LINES[form]] for form in (1, 2)]
    book("rounds/empty-forms.xlsx", [table(1, nothing[0]), table(2, nothing[1])])
    with_libreoffice("rounds/empty-forms-with-formulas.xlsx", [
        table(1, nothing[0], totals="formulas"), table(2, nothing[1], totals="formulas")])
    book("rounds/table2-empty.xlsx", [table(1), table(2, nothing[1])])


def statistics():
    """Sheets of other statistics that use the same words."""
    vehicles = Sheet("三公经费")
    for row, cells in enumerate([["2023年“三公”经费统计表"], ["单位：甲县财政局", "", "", "单位：万元"],
                                 ["项目", "一般公共预算", "", "合计"], ["", "预算数", "决算数", "预算数"],
                                 ["教育", 12, 11, 12], ["农林水", 8, 8, 8], ["合计", 20, 19, 20]], 1):
        for column, content in enumerate(cells, 1):
            if content != "":
                vehicles[letters(column) + str(row)] = content
    budget = Sheet("支出功能分类")
    for row, cells in enumerate([["一般公共预算支出表"], ["科目", "预算数", "执行数", "决算数", "执行数为预算数的%"],
                                 ["一般公共服务", 1200, 1180, 1180, 98], ["教育", 5600, 5500, 5490, 98],
                                 ["卫生健康", 800, 790, 790, 99], ["合计", 7600, 7470, 7460, 98]], 1):
        for column, content in enumerate(cells, 1):
            budget[letters(column) + str(row)] = content
    projects = Sheet("政府采购统计")
    for row, cells in enumerate([["政府采购项目统计"], ["服务领域", "项目数", "预算数", "合计"],
                                 ["教育", 3, 100, 100], ["其他", 2, 40, 40], ["合计", 5, 140, 140]], 1):
        for column, content in enumerate(cells, 1):
            projects[letters(column) + str(row)] = content
    texts = Sheet("说明")
    texts["A1"] = "填报单位：各县财政局"
    texts["A2"] = "政府购买服务项目资金统计表的填报口径：预算数、执行数、决算数均按批复填列，合计为两项预算之和，请各单位认真核对。"
    texts["A3"] = "教育"
    texts["B3"] = "合计"
    return [vehicles, budget, projects, texts]


def foreign():
    book = with_openpyxl
    book("foreign/among-other-statistics.xlsx", [*statistics()[:2], *pair(), *statistics()[2:]])
    book("foreign/other-statistics-only.xlsx", statistics())
    with_xlwt("foreign/other-statistics-only.xls", statistics())
    odd = [table(1, unit="constructor", labels={"教育": "__proto__"}, name="__proto__"),
           table(2, unit="constructor", name="toString")]
    book("foreign/words-of-programs.xlsx", odd)
    label = '=HYPERLINK("http://example.invalid","教育")'
    formula = [table(1, labels={"教育": label}), table(2)]
    formula[0].texts.add("A8")
    book("foreign/formula-as-text.xlsx", formula)
    title = Sheet("封面")
    title["A1"] = "政府购买服务项目资金统计表1"
    title["A3"] = "填报单位：甲县财政局"
    book("foreign/title-only.xlsx", [title])
    old = Sheet("旧表")
    old.copy_from(table(1, [("甲项目", "1 2 2 2"), ("乙项目", "1 3 3 3")]))
    with_libreoffice("foreign/unknown-lines.xlsx", [*pair(), old])


def make():
    for group in (headings, arrangements, editions, pairs, rounds, foreign):
        group()
