"""What can be done to a plan under review, once each: its name, its key; buttons and the list of keys show these."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

translate = QCoreApplication.translate


class ReviewActions:
    """The actions of one review page, which connects them to what they do."""

    def __init__(self, page: QWidget) -> None:
        """Make the actions; their keys work everywhere in the window of ``page``."""
        self._page = page
        self.merge = self._action("mergeTask", translate("plan_review", "与下一项合并"), "Ctrl+M")
        self.split = self._action("splitTask", translate("plan_review", "在光标处拆分"), "Ctrl+Return", "Ctrl+Enter")
        self.add = self._action("addTask", translate("plan_review", "新增"), "Ins")
        self.delete = self._action("deleteTask", translate("plan_review", "删除"), "Del", "Ctrl+Del")
        self.up = self._action("moveUp", translate("plan_review", "上移"), "Alt+Up")
        self.down = self._action("moveDown", translate("plan_review", "下移"), "Alt+Down")
        self.reword = self._action("rewordTask", translate("plan_review", "改写"), "F2")
        self.next_task = self._action("nextTask", translate("plan_review", "下一项"), "Ctrl+Down")
        self.previous_task = self._action("previousTask", translate("plan_review", "上一项"), "Ctrl+Up")
        self.parts = {
            "kind": self._action("kindAction", translate("plan_review", "改变类型"), "Ctrl+K"),
            "lead": self._action("leadAction", translate("plan_review", "牵头单位"), "F3"),
            "support": self._action("supportAction", translate("plan_review", "配合单位"), "F4"),
            "due": self._action("dueAction", translate("plan_review", "完成时限"), "F5"),
            "target": self._action("targetAction", translate("plan_review", "增加指标"), "F6"),
        }
        self.document = self._action("documentAction", translate("plan_review", "到原文"), "Ctrl+D")
        self.tasks = self._action("tasksAction", translate("plan_review", "到任务列表"), "Ctrl+L")
        self.remedy = self._action("remedyAction", translate("plan_review", "按提示处理存疑"), "F7")
        self.next_doubt = self._action("nextDoubtAction", translate("plan_review", "下一处存疑"), "F8")
        self.settle = self._action("settleAction", translate("plan_review", "没问题"), "F9")
        self.undo = self._action("undoReview", translate("plan_review", "撤销"), "Ctrl+Z")
        self.redo = self._action("redoReview", translate("plan_review", "重做"), "Ctrl+Y", "Ctrl+Shift+Z")
        self.adopt = self._action("adoptAction", translate("plan_review", "采用这份工作要点"), "Ctrl+S")
        self.keys = self._action("reviewKeys", translate("plan_review", "快捷键"), "F1")

    def buttons(self) -> list[QPushButton]:
        """Make the buttons of the tasks' tools, with short words."""
        words = {
            self.merge: translate("plan_review", "与下一项合并", "on a button, short"),
            self.split: translate("plan_review", "在光标处拆分", "on a button, short"),
            self.add: translate("plan_review", "新增", "on a button, short"),
            self.delete: translate("plan_review", "删除", "on a button, short"),
            self.up: translate("plan_review", "上移", "on a button, short"),
            self.down: translate("plan_review", "下移", "on a button, short"),
        }
        return [self.button(action, word) for action, word in words.items()]

    def button(self, action: QAction, word: str) -> QPushButton:
        """Make a button that follows an action: its tip with the key, and whether it can be pressed."""
        made = QPushButton(word, self._page)
        made.setObjectName(f"{action.objectName()}Button")
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.clicked.connect(action.trigger)

        def follow() -> None:
            made.setEnabled(action.isEnabled())
            made.setToolTip(tip(action))

        action.changed.connect(follow)
        follow()
        return made

    def of_tasks(self) -> list[QAction]:
        """List what can be done to a task only."""
        return [self.merge, self.split, self.delete, self.up, self.down, *self.parts.values()]

    def with_keys(self) -> list[QAction]:
        """List all actions, for the page of keys."""
        return [action for action in self._page.actions() if not action.shortcut().isEmpty()]

    def _action(self, name: str, text: str, *keys: str) -> QAction:
        action = QAction(text, self._page)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._page.addAction(action)
        return action


def tip(action: QAction) -> str:
    """Say what an action does and which key does it."""
    return f"{action.text()}  {action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}"
