"""A folder as it lies on an office's disk: good and wrong workbooks, and files that are not workbooks."""
import os
import subprocess
import tempfile
import time

from figures import edited
from layouts import statistics
from sheets import pair
from writers import convert, path_of, with_openpyxl


def encrypted(name):
    """Saved by LibreOffice with a password to open."""
    with tempfile.TemporaryDirectory() as work:
        source = os.path.join(work, "source.xlsx")
        with_openpyxl(source, pair())
        pipe = "specimen-maker"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/specimen-office-pipe",
             "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"])
        try:
            store(source, path_of(name), pipe)
        finally:
            office.wait(timeout=60)


def store(source, target, pipe):
    import uno
    from com.sun.star.beans import NamedValue, PropertyValue

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:  # Not up yet.
            time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def option(name, value):
        entry = PropertyValue()
        entry.Name, entry.Value = name, value
        return entry

    document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (option("Hidden", True),))
    password = "open-sesame"
    if target.endswith(".xlsx"):
        entries = [NamedValue(), NamedValue()]
        entries[0].Name, entries[0].Value = "OOXPassword", password
        entries[1].Name, entries[1].Value = "CryptoType", "StrongEncryptionDataSpace"
        data = uno.Any("[]com.sun.star.beans.NamedValue", tuple(entries))
        options = (option("FilterName", "Calc MS Excel 2007 XML"), option("EncryptionData", data))
    else:
        options = (option("FilterName", "MS Excel 97"), option("Password", password))
    uno.invoke(document, "storeToURL", ("file://" + os.path.abspath(target), options))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:  # The office ends before it answers.
        pass


def make():
    with_openpyxl("mixed/a-clean.xlsx", pair())
    with_openpyxl("mixed/b-wrong.xlsx", edited({"K12": 1208}))
    with open(path_of("mixed/c-commas.xls"), "w", encoding="utf-8") as file:
        file.write("服务领域,项目数,预算数\n教育,6,512\n合计,6,512\n")
    with open(path_of("mixed/d-web-page.xls"), "w", encoding="utf-8") as file:
        file.write("<html><body><table><tr><td>政府购买服务项目资金统计表1</td></tr></table></body></html>\n")
    with open(path_of("mixed/a-clean.xlsx"), "rb") as file:
        whole = file.read()
    with open(path_of("mixed/e-truncated.xlsx"), "wb") as file:
        file.write(whole[: len(whole) // 2])
    open(path_of("mixed/f-empty.xlsx"), "wb").close()
    encrypted("mixed/g-encrypted.xlsx")
    encrypted("mixed/h-encrypted.xls")
    with_openpyxl("mixed/i-other-statistics.xlsx", statistics())
    with open(path_of("mixed/j-letter.xlsx"), "w", encoding="utf-8") as file:
        file.write("各县财政局：请于7月31日前报送统计表。\n")
    convert(path_of("mixed/a-clean.xlsx"), "mixed/k-open-document.ods", "ods")
