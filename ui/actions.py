"""What can be done in the main window, once each: its name, its key, its tip. Menus and buttons show these."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from models.core.periods import PeriodKind
from models.core.vocabulary import Role

LANGUAGES = {"zh": "中文", "en": "English"}

translate = QCoreApplication.translate


class Actions:
    """The actions of one window; the window connects them to what they do."""

    def __init__(self, window: QWidget) -> None:
        """Make the actions, and make their keys work everywhere in ``window``."""
        self._window = window
        self.undo = self._action("undo", translate("actions", "撤销"), "Ctrl+Z")
        self.redo = self._action("redo", translate("actions", "重做"), "Ctrl+Y", "Ctrl+Shift+Z")
        self.next_task = self._action("nextTask", translate("actions", "下一项任务"), "Ctrl+Down")
        self.previous_task = self._action("previousTask", translate("actions", "上一项任务"), "Ctrl+Up")
        self.next_unreported = self._action("nextUnreported", translate("actions", "下一项未填任务"), "Ctrl+Shift+Down")
        self.find = self._action("find", translate("actions", "查找任务"), "Ctrl+F")
        self.take_all = self._action("takeAllAction", translate("actions", "采用上期内容"), "Ctrl+L")
        self.export = self._action("export", translate("actions", "签批并导出…"), "Ctrl+E")
        self.open_sent = self._action("openSent", translate("actions", "打开所在文件夹"))
        self.verify = self._action("verify", translate("actions", "校验一份填报表…"), "Ctrl+Shift+V")
        self.open = self._action("open", translate("actions", "打开或新建工作区…"), "Ctrl+O")
        self.plan = self._action("plan", translate("actions", "工作要点…"))
        self.later_plan = self._action("laterPlan", translate("actions", "导入新版工作要点…"))
        self.identity = self._action("identity", translate("actions", "签名身份…"))
        self.signers = self._action("signers", translate("actions", "已确认的签名…"))
        self.assign = self._action("assign", translate("actions", "给下级单位下达…"))
        self.take_in = self._action("takeIn", translate("actions", "收下上级的文件…"), "Ctrl+I")
        self.from_stick = self._action("fromStick", translate("actions", "从 U 盘收下…"))
        self.withdraw = self._action("withdraw", translate("actions", "撤回本期上报…"))
        self.correct = self._action("correct", translate("actions", "更正本期…"))
        demands = {
            Role.REVIEWER: translate("actions", "审核人必须签批"),
            Role.UNIT_HEAD: translate("actions", "单位负责人必须签批"),
        }
        self.demands = {role: self._choice(f"demand_{role.value}", text) for role, text in demands.items()}
        self.operator = self._action("operator", translate("actions", "换填报人…"))
        self.shortcuts = self._action("shortcuts", translate("actions", "快捷键"), "F1")
        self.about = self._action("about", translate("actions", "关于要点填报"))
        self.quit = self._action("quit", translate("actions", "退出"), "Ctrl+Q")
        kinds = {
            PeriodKind.MONTH: translate("actions", "按月"),
            PeriodKind.QUARTER: translate("actions", "按季"),
            PeriodKind.HALF: translate("actions", "按半年"),
            PeriodKind.YEAR: translate("actions", "全年"),
        }
        self.period_kinds = {kind: self._choice(f"kind_{kind.value}", text) for kind, text in kinds.items()}
        self.languages = {code: self._choice(f"language_{code}", name) for code, name in LANGUAGES.items()}
        themes = {
            "system": translate("actions", "跟随系统"),
            "light": translate("actions", "浅色"),
            "dark": translate("actions", "深色"),
        }
        self.themes = {name: self._choice(f"theme_{name}", text) for name, text in themes.items()}
        for choices in (self.period_kinds, self.languages, self.themes):
            group = QActionGroup(window)
            for action in choices.values():
                group.addAction(action)

    def menu(self) -> QMenu:
        """Build the menu behind the button at the right of the bar."""
        menu = QMenu(self._window)
        menu.setObjectName("mainMenu")
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        menu.addActions([self.next_task, self.previous_task, self.next_unreported, self.find, self.take_all])
        menu.addSeparator()
        menu.addActions([self.export, self.open_sent, self.correct, self.withdraw, self.verify])
        menu.addActions([self.take_in, self.from_stick])
        menu.addActions([self.identity, self.signers, self.open, self.operator])
        menu.addActions([self.plan, self.later_plan, self.assign])
        menu.addMenu(_submenu(translate("actions", "导出前的签批"), list(self.demands.values()), menu))
        menu.addMenu(_submenu(translate("actions", "填报周期"), list(self.period_kinds.values()), menu))
        menu.addSeparator()
        menu.addMenu(_submenu(translate("actions", "语言 / Language"), list(self.languages.values()), menu))
        menu.addMenu(_submenu(translate("actions", "外观"), list(self.themes.values()), menu))
        menu.addActions([self.shortcuts, self.about])
        menu.addSeparator()
        menu.addAction(self.quit)
        return menu

    def with_keys(self) -> list[QAction]:
        """List the actions that have a key, in the order of the menu."""
        return [action for action in self._window.actions() if not action.shortcut().isEmpty()]

    def _action(self, name: str, text: str, *keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._window.addAction(action)
        return action

    def _choice(self, name: str, text: str) -> QAction:
        action = self._action(name, text)
        action.setCheckable(True)
        return action


def _submenu(title: str, actions: list[QAction], parent: QMenu) -> QMenu:
    menu = QMenu(title, parent)
    menu.addActions(actions)
    return menu
