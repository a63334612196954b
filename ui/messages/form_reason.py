"""Why a sheet is none of our forms: one sentence for each reason that their readers give."""

from ui.messages.message import translate


def form_reason(code: str) -> str:
    """Say why a sheet is none of our forms, by the reason's code."""
    reasons = {
        "parts": translate("messages", "文件里有这种表不该有的部件。"),
        "markup": translate("messages", "文件的写法不是本程序写出来的样子。"),
        "form": translate("messages", "标题、表头或栏目与这种表的格式不同。"),
        "version": translate("messages", "它用的是这个版本不认识的表格格式，可能来自更新的程序。"),
        "cell": translate("messages", "有一格里的内容不是那里该有的。"),
        "format": translate("messages", "有一格里数字的显示方式被改过。"),
        "rows": translate("messages", "表格的行对不上任务和指标。"),
        "repeated": translate("messages", "页脚上的校验码或指纹与表里的不同。"),
    }
    return reasons.get(code, reasons["markup"])
