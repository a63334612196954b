<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于要点填报</source>
        <translation>About Yaodian</translation>
    </message>
    <message>
        <source>版本 {version} · Qt {qt}
日志：{logs}</source>
        <translation>Version {version} · Qt {qt}
Logs: {logs}</translation>
    </message>
    <message>
        <source>本程序以 MIT 许可证发布，不联网。界面使用 Qt（LGPL-3.0，动态链接，可自行替换）。</source>
        <translation>Published under the MIT licence. This program never goes online. Its windows use Qt (LGPL-3.0, linked dynamically, so you may replace it).</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>要点填报</source>
        <translation>Yaodian</translation>
    </message>
    <message>
        <source>把工作要点变成任务，逐期填报进展，导出签名的填报表。</source>
        <translation>Turns work points into tasks, takes their progress period by period, and exports signed returns.</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>{happened}。{meaning}</source>
        <translation>{happened}. {meaning}</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Please give the reason</translation>
    </message>
</context>
<context>
    <name>AssignEditing</name>
    <message>
        <source>任务给全部单位</source>
        <translation>Tasks to all units</translation>
    </message>
    <message>
        <source>安排分工</source>
        <translation>Lead and support</translation>
    </message>
    <message>
        <source>清除分工和分解</source>
        <translation>Clear cells</translation>
    </message>
    <message>
        <source>粘贴分工和分解</source>
        <translation>Paste cells</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>配合</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>连同标题复制</source>
        <translation>Copy with headings</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>分解指标…</source>
        <translation>Divide targets…</translation>
    </message>
</context>
<context>
    <name>AssignEmpty</name>
    <message>
        <source>打开名录…</source>
        <translation>Open the directory…</translation>
    </message>
    <message>
        <source>没有符合条件的任务</source>
        <translation>No task fits</translation>
    </message>
    <message>
        <source>换一个筛选，或清空查找。</source>
        <translation>Choose another filter, or clear the search.</translation>
    </message>
    <message>
        <source>名录里还没有下级单位</source>
        <translation>There are no units in the directory yet</translation>
    </message>
    <message>
        <source>先列出要给它下达任务的单位：逐个写，从 Excel 或 WPS 粘贴，或导入一份名单。</source>
        <translation>First list the units to assign to: type them, paste them from Excel or WPS, or import a list.</translation>
    </message>
    <message>
        <source>{names}等</source>
        <translation>{names} and others</translation>
    </message>
    <message>
        <source>工作要点发给了：{names}。</source>
        <translation>The work points are addressed to {names}.</translation>
    </message>
    <message numerus="yes">
        <source>采用要点里的 %n 个单位</source>
        <translation>
            <numerusform>Take the %n unit of the work points</numerusform>
            <numerusform>Take the %n units of the work points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignHead</name>
    <message>
        <source>下达</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>名录…</source>
        <translation>Directory…</translation>
    </message>
    <message>
        <source>分配</source>
        <translation>Distribute</translation>
    </message>
    <message>
        <source>全部任务给全部单位</source>
        <translation>All tasks to all units</translation>
    </message>
    <message>
        <source>下达…</source>
        <translation>Issue…</translation>
    </message>
    <message>
        <source>空白填报表…</source>
        <translation>Blank forms…</translation>
    </message>
    <message>
        <source>给没有本程序的单位：一份可以填写的 Excel 表</source>
        <translation>For units without the program: an Excel form to fill in</translation>
    </message>
    <message>
        <source>分解指标…</source>
        <translation>Divide targets…</translation>
    </message>
    <message numerus="yes">
        <source>列出的 %n 项任务给全部单位</source>
        <translation>
            <numerusform>The %n task shown to all units</numerusform>
            <numerusform>The %n tasks shown to all units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>未分解 {count}</source>
        <translation>Unassigned {count}</translation>
    </message>
    <message>
        <source>有剩余 {count}</source>
        <translation>Remainder {count}</translation>
    </message>
    <message>
        <source>空白填报表 {count}…</source>
        <translation>Blank forms {count}…</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>全部部分</source>
        <translation>All parts</translation>
    </message>
    <message>
        <source>任务类型</source>
        <translation>Kind of task</translation>
    </message>
    <message>
        <source>全部类型</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>查找任务、指标</source>
        <translation>Find tasks, targets</translation>
    </message>
</context>
<context>
    <name>AssignHint</name>
    <message>
        <source>L 或空格 牵头</source>
        <translation>L or Space leads</translation>
    </message>
    <message>
        <source>S 配合</source>
        <translation>S supports</translation>
    </message>
    <message>
        <source>Del 清除</source>
        <translation>Del clears</translation>
    </message>
    <message>
        <source>数字 填分解指标</source>
        <translation>Digits type a share</translation>
    </message>
    <message>
        <source>Ctrl+C / Ctrl+V 与 Excel 往来</source>
        <translation>Ctrl+C / Ctrl+V to and from Excel</translation>
    </message>
    <message>
        <source>Ctrl+D 分解指标</source>
        <translation>Ctrl+D divides</translation>
    </message>
    <message>
        <source>Shift+空格 选整行，Ctrl+空格 选整列</source>
        <translation>Shift+Space row, Ctrl+Space column</translation>
    </message>
</context>
<context>
    <name>AssignPage</name>
    <message>
        <source>填写分解指标</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>分解指标</source>
        <translation>Divide targets</translation>
    </message>
</context>
<context>
    <name>AssignTable</name>
    <message>
        <source>任务和指标</source>
        <translation>Tasks and targets</translation>
    </message>
    <message>
        <source>各单位的分工和分解指标</source>
        <translation>Parts and shares of the units</translation>
    </message>
</context>
<context>
    <name>AssignmentStart</name>
    <message>
        <source>选择任务下达表</source>
        <translation>Choose an assignment</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>BlankFormsDialog</name>
    <message>
        <source>空白填报表</source>
        <translation>Blank forms</translation>
    </message>
    <message>
        <source>给名录里“手填”的单位：一份可以填写的 Excel 表，除了要填的格都锁着。交回来的表没有签名，收表时要由人确认。</source>
        <translation>For units that report by hand: an Excel form in which all but the input cells is locked. It comes back unsigned, and a person has to confirm it when it is collected.</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>写出</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>没有可以写的空白填报表</source>
        <translation>There are no blank forms to write</translation>
    </message>
    <message>
        <source>名录里“手填”的单位还没有任务。</source>
        <translation>The units that report by hand have no tasks yet.</translation>
    </message>
    <message>
        <source>请先在分解表里给它们安排任务，再写一次。</source>
        <translation>Give them tasks in the grid first, then write again.</translation>
    </message>
</context>
<context>
    <name>ClosuresDialog</name>
    <message>
        <source>销号</source>
        <translation>Close task</translation>
    </message>
    <message>
        <source>可销号</source>
        <translation>Can be closed</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>最近一期报“已完成”的任务，凭佐证材料或验收意见销号；没有销号的列入结转清单，转到下一年。</source>
        <translation>A task whose latest report says &quot;completed&quot; is closed on its evidence or on an acceptance. What is not closed goes onto the carry-over list for next year.</translation>
    </message>
    <message>
        <source>已完成的任务</source>
        <translation>Completed tasks</translation>
    </message>
    <message>
        <source>依据或原因</source>
        <translation>What it rests on, or the reason</translation>
    </message>
    <message>
        <source>结转清单…</source>
        <translation>Carry-over list…</translation>
    </message>
    <message>
        <source>去填报页</source>
        <translation>Open task</translation>
    </message>
    <message>
        <source>关闭窗口</source>
        <translation>Close window</translation>
    </message>
    <message numerus="yes">
        <source>佐证 %n 份</source>
        <translation>
            <numerusform>%n file of evidence</numerusform>
            <numerusform>%n files of evidence</numerusform>
        </translation>
    </message>
    <message>
        <source>可销号 {open} 项，已销号 {closed} 项</source>
        <translation>{open} can be closed, {closed} closed</translation>
    </message>
    <message>
        <source>没有已销号的任务。</source>
        <translation>No task is closed.</translation>
    </message>
    <message>
        <source>没有可销号的任务：要先报“已完成”。</source>
        <translation>No task can be closed: it has to be reported as completed first.</translation>
    </message>
    <message>
        <source>● {moment} {name}销号：{remark}</source>
        <translation>● Closed {moment} by {name}: {remark}</translation>
    </message>
    <message>
        <source>{task}
{period}报“已完成”。</source>
        <translation>{task}
Reported as completed for {period}.</translation>
    </message>
    <message>
        <source>{words}▲ 没有附佐证材料，请在依据里写明凭什么销号。</source>
        <translation>{words} ▲ No evidence is attached: write down what the closing rests on.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>请写明为什么重新打开</source>
        <translation>Say why it is opened again</translation>
    </message>
    <message>
        <source>请写明依据，如验收日期、文号</source>
        <translation>Say what it rests on: the day of acceptance, a document number</translation>
    </message>
    <message>
        <source>{count} / {limit} 字</source>
        <translation>{count} / {limit} characters</translation>
    </message>
</context>
<context>
    <name>CollectDetail</name>
    <message>
        <source>选一个单位</source>
        <translation>Choose a unit</translation>
    </message>
    <message>
        <source>点表里的一格，这里显示那一期的填报表。</source>
        <translation>Click a cell; the return of that period is shown here.</translation>
    </message>
    <message>
        <source>{unit} · {period}</source>
        <translation>{unit} · {period}</translation>
    </message>
    <message>
        <source>联系人：{contact}</source>
        <translation>Contact: {contact}</translation>
    </message>
    <message>
        <source>还没有审核。</source>
        <translation>Not reviewed yet.</translation>
    </message>
    <message>
        <source>审核…</source>
        <translation>Review…</translation>
    </message>
    <message>
        <source>查看…</source>
        <translation>Look…</translation>
    </message>
    <message>
        <source>另存原件…</source>
        <translation>Save original…</translation>
    </message>
    <message>
        <source>第 {number} 次，替代 {code}</source>
        <translation>No. {number}, replaces {code}</translation>
    </message>
    <message>
        <source>第 {number} 次</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>手填，没有签名</source>
        <translation>By hand, not signed</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>数据校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>签名时间（对方电脑）</source>
        <translation>Signed (their clock)</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>填报日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>填报人</source>
        <translation>Filled in by</translation>
    </message>
    <message>
        <source>收取</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>核对指纹并确认…</source>
        <translation>Compare and confirm…</translation>
    </message>
    <message>
        <source>确认新签名…</source>
        <translation>Confirm new signer…</translation>
    </message>
    <message>
        <source>已核对，收入</source>
        <translation>Checked, take it in</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
</context>
<context>
    <name>CollectHead</name>
    <message>
        <source>复制催报文字</source>
        <translation>Copy reminder</translation>
    </message>
    <message>
        <source>收取…</source>
        <translation>Collect…</translation>
    </message>
    <message>
        <source>文件夹或 U 盘…</source>
        <translation>Folder or stick…</translation>
    </message>
    <message>
        <source>文件、压缩包…</source>
        <translation>Files or zip…</translation>
    </message>
    <message>
        <source>再收一次同一处</source>
        <translation>The same place again</translation>
    </message>
    <message>
        <source>同一处各期都收</source>
        <translation>The same place, all periods</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>待办 {count}</source>
        <translation>To do {count}</translation>
    </message>
    <message>
        <source>未报 {count}</source>
        <translation>Missing {count}</translation>
    </message>
    <message>
        <source>写回执 {count}…</source>
        <translation>Receipts {count}…</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>CollectPage</name>
    <message>
        <source>收表情况</source>
        <translation>Collection board</translation>
    </message>
    <message>
        <source>名录里还没有下级单位。先在“下达”页列出单位，再来收表。</source>
        <translation>There are no subordinate units in the directory yet. List them on the page “Assign” first.</translation>
    </message>
    <message>
        <source>收表 · {period}</source>
        <translation>Collect · {period}</translation>
    </message>
    <message>
        <source>另存收到的原件</source>
        <translation>Save the original</translation>
    </message>
    <message>
        <source>填报表 (*.xlsx)</source>
        <translation>Returns (*.xlsx)</translation>
    </message>
    <message>
        <source>收取哪个文件夹</source>
        <translation>Collect which folder</translation>
    </message>
    <message>
        <source>收取哪些文件</source>
        <translation>Collect which files</translation>
    </message>
    <message>
        <source>填报表、压缩包 (*.xlsx *.zip)</source>
        <translation>Returns, zips (*.xlsx *.zip)</translation>
    </message>
    <message>
        <source>保存收表结果</source>
        <translation>Save the result</translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
</context>
<context>
    <name>CollectProgress</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source> 等 {count} 处</source>
        <translation> and others ({count})</translation>
    </message>
    <message>
        <source>正在收取：{place}</source>
        <translation>Collecting: {place}</translation>
    </message>
    <message>
        <source>已停下，下次接着收。</source>
        <translation>Stopped; the next time goes on.</translation>
    </message>
    <message>
        <source>收完了。</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>这里没有填报表。</source>
        <translation>There are no returns here.</translation>
    </message>
    <message>
        <source>收入 {count}</source>
        <translation>Taken in {count}</translation>
    </message>
    <message>
        <source>原已收过 {count}</source>
        <translation>Here already {count}</translation>
    </message>
    <message>
        <source>放在一边 {count}</source>
        <translation>Put aside {count}</translation>
    </message>
</context>
<context>
    <name>ConfirmSignerDialog</name>
    <message>
        <source>核对指纹</source>
        <translation>Compare the fingerprint</translation>
    </message>
    <message>
        <source>{unit}（{code}）</source>
        <translation>{unit} ({code})</translation>
    </message>
    <message>
        <source>这是谁的签名？</source>
        <translation>Whose signature is this?</translation>
    </message>
    <message>
        <source>证书由发证机构签发，上面写的是“{name}”，没有写单位代码。本程序不核对发证机构。</source>
        <translation>The certificate was issued by an authority. It says “{name}” and states no unit code. This program does not check the authority.</translation>
    </message>
    <message>
        <source>打电话给这个单位，用您本来就有的号码，不用文件里写的。请对方打开“签名身份”念四组指纹，您来对：听到一组，对上一组，就点一下。</source>
        <translation>Telephone the unit, at a number that you already had, not one from the file. Ask them to open “Signing identity” and to read out the four groups. Press each group here once you have heard it.</translation>
    </message>
    <message>
        <source>与谁核对（可不填）</source>
        <translation>Compared with whom (optional)</translation>
    </message>
    <message>
        <source>不确认</source>
        <translation>Don&apos;t confirm</translation>
    </message>
    <message>
        <source>四组都对，确认</source>
        <translation>All four agree: confirm</translation>
    </message>
    <message>
        <source>电话里核对</source>
        <translation>by telephone</translation>
    </message>
    <message>
        <source>当面核对</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>怎样核对的</source>
        <translation>How it was compared</translation>
    </message>
    <message>
        <source>四组都点上才能确认；有一组不对，就不要确认。</source>
        <translation>Confirm once all four are pressed; if one is wrong, don&apos;t.</translation>
    </message>
    <message>
        <source>请选怎样核对的。</source>
        <translation>Say how it was compared.</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>更正{period}</source>
        <translation>Correct {period}</translation>
    </message>
    <message>
        <source>第 {sequence} 次填报表已于 {moment} 导出，校验码 {code}。</source>
        <translation>Return no. {sequence} was exported on {moment}, check code {code}.</translation>
    </message>
    <message>
        <source>打开以后可以改动内容、重新签批，导出的是第 {sequence} 次填报表，表上写明代替第 {before} 次。</source>
        <translation>Once open, entries can be changed and signed off anew; the export will be return no. {sequence}, and the sheet says that it takes the place of no. {before}.</translation>
    </message>
    <message>
        <source>更正的原因</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>例如：上级退回，数字有误</source>
        <translation>Such as: returned by the superior, wrong figures</translation>
    </message>
    <message>
        <source>原因会记入“本期经过”，改正期间显示在表单上方。</source>
        <translation>It stays on record, and is shown above the form until the next export.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>打开本期</source>
        <translation>Open the period</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>新版</source>
        <translation>New version</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>逐格比较</source>
        <translation>Compare cell by cell</translation>
    </message>
    <message>
        <source>选一份没有改动过的原件，例如填报单位自己留存的那一份。</source>
        <translation>Choose a copy that was not altered, such as the one that the unit kept.</translation>
    </message>
    <message>
        <source>不同的单元格</source>
        <translation>Cells that differ</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>这份文件</source>
        <translation>This file</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>选择原件…</source>
        <translation>Choose the copy…</translation>
    </message>
    <message>
        <source>选择原件</source>
        <translation>Choose the copy</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>这份文件已被别的程序另存，写法全变了，没有办法逐格比较。</source>
        <translation>Another program has saved this file and written all of it anew; its cells can’t be compared.</translation>
    </message>
    <message>
        <source>每一格都与原件相同；改动的是表格以外的部分。</source>
        <translation>Every cell says what the copy says; what was altered lies outside the table.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 格与原件不同：</source>
        <translation>
            <numerusform>%n cell differs from the copy:</numerusform>
            <numerusform>%n cells differ from the copy:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryDialog</name>
    <message>
        <source>名录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>粘贴名单</source>
        <translation>Paste a list</translation>
    </message>
    <message>
        <source>从 Excel、WPS 复制的表，或一行一个名称</source>
        <translation>A table copied from Excel or WPS, or one name a line</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>查找单位</source>
        <translation>Find units</translation>
    </message>
    <message>
        <source>查找名称、代码、类型</source>
        <translation>Find names, codes, kinds</translation>
    </message>
    <message>
        <source>显示已停用的</source>
        <translation>Show retired ones</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>数据列</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>增加一列…</source>
        <translation>Add a column…</translation>
    </message>
    <message>
        <source>删去一列</source>
        <translation>Drop a column</translation>
    </message>
    <message>
        <source>学生数、学校数一类的数，指标按它们分解</source>
        <translation>Figures such as students or schools, by which targets are divided</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>直接在表里改，离开一格就存下；最后一行写新单位。Ctrl+↑ / Ctrl+↓ 排顺序，空格改填报方式。</source>
        <translation>Edit in the table; each cell is saved as you leave it, and the last row takes new units. Ctrl+↑ / Ctrl+↓ order them, Space changes how a unit reports.</translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>停用 %n 个</source>
        <translation>
            <numerusform>%n retired</numerusform>
            <numerusform>%n retired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>采用要点里的 %n 个单位</source>
        <translation>
            <numerusform>Take the %n unit of the work points</numerusform>
            <numerusform>Take the %n units of the work points</numerusform>
        </translation>
    </message>
    <message>
        <source>恢复使用</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>增加数据列</source>
        <translation>Add a column of figures</translation>
    </message>
    <message>
        <source>给列起个名字，再在表里逐个填数；也可以把带这一列的表粘贴进来。指标可以按这一列分解。</source>
        <translation>Name the column, then type its figures in the table, or paste a table that has it. Targets can be divided by it.</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>列名</source>
        <translation>Name of the column</translation>
    </message>
    <message>
        <source>请写列名，如“学生数”。</source>
        <translation>Please name the column, such as “students”.</translation>
    </message>
    <message>
        <source>导入名单</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>名单 (*.xlsx *.csv *.txt)</source>
        <translation>Lists (*.xlsx *.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>DirectoryPreviewDialog</name>
    <message>
        <source>导入名单</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>名单里的单位</source>
        <translation>Units of the list</translation>
    </message>
    <message>
        <source>数据列：{names}</source>
        <translation>Figures: {names}</translation>
    </message>
    <message>
        <source>▲ 没有用上的列：{names}。要作为数据列，里面就只能是数。</source>
        <translation>▲ Columns that are of no use: {names}. A column of figures may hold nothing else.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>导入 %n 个单位</source>
        <translation>
            <numerusform>Import %n unit</numerusform>
            <numerusform>Import %n units</numerusform>
        </translation>
    </message>
    <message>
        <source>新增 {count}</source>
        <translation>New {count}</translation>
    </message>
    <message>
        <source>有变化 {count}</source>
        <translation>Changed {count}</translation>
    </message>
    <message>
        <source>恢复使用 {count}</source>
        <translation>Restored {count}</translation>
    </message>
    <message>
        <source>没有变化 {count}</source>
        <translation>Unchanged {count}</translation>
    </message>
    <message>
        <source>不能导入 {count}</source>
        <translation>Refused {count}</translation>
    </message>
    <message>
        <source>{name}（{code}）</source>
        <translation>{name} ({code})</translation>
    </message>
    <message>
        <source>+ 新增 {unit}</source>
        <translation>+ New: {unit}</translation>
    </message>
    <message>
        <source>= 没有变化 {unit}</source>
        <translation>= Unchanged: {unit}</translation>
    </message>
    <message>
        <source>✎ 有变化 {unit}：{changed}</source>
        <translation>✎ Changed: {unit}, {changed}</translation>
    </message>
    <message>
        <source>↩ 恢复使用 {unit}</source>
        <translation>↩ Restored: {unit}</translation>
    </message>
    <message>
        <source>! 不能导入 {unit}：{why}</source>
        <translation>! Refused: {unit}. {why}</translation>
    </message>
</context>
<context>
    <name>DistributeDialog</name>
    <message>
        <source>分解指标</source>
        <translation>Divide targets</translation>
    </message>
    <message>
        <source>各单位的数加起来正好等于目标值。百分比和上限不分解，每个单位都是目标值本身。</source>
        <translation>The shares add up to the target exactly. Percentages and ceilings are not divided: each unit has the target itself.</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>平均</source>
        <translation>Equally</translation>
    </message>
    <message>
        <source>按名录里的一列</source>
        <translation>By a column of the directory</translation>
    </message>
    <message>
        <source>名录里的一列</source>
        <translation>A column of the directory</translation>
    </message>
    <message>
        <source>名录里还没有数据列</source>
        <translation>No figures in the directory yet</translation>
    </message>
    <message>
        <source>按去年的分解</source>
        <translation>As last year</translation>
    </message>
    <message>
        <source>去年的工作区…</source>
        <translation>Last year&apos;s workspace…</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>How</translation>
    </message>
    <message>
        <source>只分还没有分解的指标</source>
        <translation>Only targets that are not divided yet</translation>
    </message>
    <message>
        <source>分过的也重新分</source>
        <translation>Also divide again what is divided</translation>
    </message>
    <message>
        <source>已经分过的</source>
        <translation>What is divided already</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>分解</source>
        <translation>Divide</translation>
    </message>
    <message>
        <source>选中的：{targets} 个指标 × {units} 个单位</source>
        <translation>What is chosen: targets {targets} × units {units}</translation>
    </message>
    <message>
        <source>列出的全部：{targets} 个指标 × {units} 个单位</source>
        <translation>All that is shown: targets {targets} × units {units}</translation>
    </message>
    <message numerus="yes">
        <source>将分解 %n 个指标</source>
        <translation>
            <numerusform>Divides %n target</numerusform>
            <numerusform>Divides %n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>改动 %n 格</source>
        <translation>
            <numerusform>changes %n cell</numerusform>
            <numerusform>changes %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个指标不动</source>
        <translation>
            <numerusform>%n target stays</numerusform>
            <numerusform>%n targets stay</numerusform>
        </translation>
    </message>
    <message>
        <source>去年的工作区</source>
        <translation>Last year&apos;s workspace</translation>
    </message>
    <message>
        <source>工作区 (*.yaodian)</source>
        <translation>Workspaces (*.yaodian)</translation>
    </message>
    <message numerus="yes">
        <source>去年有 %n 个指标对得上（名称和单位相同）。</source>
        <translation>
            <numerusform>%n target of last year matches (same name and unit of measure).</numerusform>
            <numerusform>%n targets of last year match (same name and unit of measure).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtsCard</name>
    <message>
        <source>下一处 F8</source>
        <translation>Next F8</translation>
    </message>
    <message>
        <source>没问题 F9</source>
        <translation>It&apos;s fine F9</translation>
    </message>
    <message>
        <source>▲ {count} 处存疑，请先看</source>
        <translation>▲ Doubts to look at first: {count}</translation>
    </message>
    <message>
        <source>从这里拆分 F7</source>
        <translation>Split here F7</translation>
    </message>
    <message>
        <source>并入前一项 F7</source>
        <translation>Merge into previous F7</translation>
    </message>
    <message>
        <source>增加为任务 F7</source>
        <translation>Make it a task F7</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>佐证材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>没有附佐证材料。</source>
        <translation>No evidence is attached.</translation>
    </message>
    <message>
        <source>拖到这里，或 Ctrl+V 粘贴图片</source>
        <translation>Drop files here, or paste a picture with Ctrl+V</translation>
    </message>
    <message>
        <source>附上佐证材料</source>
        <translation>Attach evidence</translation>
    </message>
    <message>
        <source>点一下选择文件；也可以把文件拖到表单上，或粘贴截图</source>
        <translation>Click to choose files; files can also be dropped on the form, and screenshots pasted</translation>
    </message>
    <message>
        <source>选择佐证材料</source>
        <translation>Choose evidence files</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>签批并导出</source>
        <translation>Sign off and export</translation>
    </message>
    <message>
        <source>填报进度</source>
        <translation>Reporting progress</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>存为草稿</source>
        <translation>Save a draft</translation>
    </message>
    <message>
        <source>每页都标“草稿”，不登记、不占次数，不能作为正式的填报表</source>
        <translation>Marked as a draft on every page; not recorded, takes no number, and is no final return</translation>
    </message>
    <message>
        <source>▲ 与第 {sequence} 次上报的数据相同，没有改动，校验码也会相同。</source>
        <translation>▲ Nothing was changed since return no. {sequence}: the same data, the same check code.</translation>
    </message>
    <message>
        <source>{unit} · 第 {sequence} 次导出，替代校验码为 {code} 的那一份</source>
        <translation>{unit} · export no. {sequence}, replaces the one with check code {code}</translation>
    </message>
    <message>
        <source>{unit} · 本期第 1 次导出</source>
        <translation>{unit} · first export for this period</translation>
    </message>
    <message>
        <source>已填 {done} / {total} 项</source>
        <translation>{done} of {total} reported</translation>
    </message>
    <message>
        <source>▲ 电脑的时间是 {now}，比本期 {later} 的记录还早，请核对日期。先后以次数为准。</source>
        <translation>▲ This computer&apos;s clock says {now}, which is before the record of {later} in this period. Please check its date; the number tells which return is later.</translation>
    </message>
    <message>
        <source>更正的原因：{reason}</source>
        <translation>Reason for the correction: {reason}</translation>
    </message>
    <message>
        <source>改正后才能导出</source>
        <translation>Correct the findings before the export</translation>
    </message>
    <message>
        <source>还差{roles}签批</source>
        <translation>Still to sign off: {roles}</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>! 有 {count} 处必须改正，改正后才能导出</source>
        <translation>! To correct before the export: {count}</translation>
    </message>
    <message>
        <source>；另有 {count} 处请留意</source>
        <translation>; worth a look: {count}</translation>
    </message>
    <message>
        <source>▲ 有 {count} 处请留意，不妨碍导出</source>
        <translation>▲ Worth a look: {count}; none stops the export</translation>
    </message>
    <message>
        <source>● 检查通过</source>
        <translation>● All checks passed</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>联系电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>一个文件夹</source>
        <translation>One folder</translation>
    </message>
    <message>
        <source>一个压缩包（.zip）</source>
        <translation>One zip file</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>更改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>签名口令</source>
        <translation>Passphrase</translation>
    </message>
    <message numerus="yes">
        <source>连同 %n 个佐证材料（{size}），写成</source>
        <translation>
            <numerusform>With its evidence (%n file, {size}) in</numerusform>
            <numerusform>With its evidence (%n files, {size}) in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportedDialog</name>
    <message>
        <source>已签名导出</source>
        <translation>Signed and exported</translation>
    </message>
    <message>
        <source>草稿已保存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>● {period}填报表已签名导出</source>
        <translation>● Return for {period} signed and exported</translation>
    </message>
    <message>
        <source>▲ {period}的草稿已保存</source>
        <translation>▲ The draft of {period} is saved</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>再校验一次</source>
        <translation>Verify again</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>数据校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Sequence no.</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>草稿每页都有标记，只供核对：不登记、不占次数，收表时不会被收入。</source>
        <translation>Every page of a draft is marked. It is only for looking at: not recorded, takes no number, and is never taken in.</translation>
    </message>
    <message>
        <source>打印、签字、盖章后，纸面页脚的校验码应与这里一致。本期已关闭；要改动，请用“更正…”。</source>
        <translation>Once printed, signed and stamped, the code at the foot of the paper must be the one shown here. The period is closed; to change anything, use “Correct…”.</translation>
    </message>
    <message numerus="yes">
        <source>佐证材料 %n 个，与填报表放在一起，请一并上报。</source>
        <translation>
            <numerusform>%n evidence file lies beside the return; hand it in together with it.</numerusform>
            <numerusform>%n evidence files lie beside the return; hand them in together.</numerusform>
        </translation>
    </message>
    <message>
        <source>草稿，没有序号</source>
        <translation>None: a draft</translation>
    </message>
    <message>
        <source>1（本期第一份）</source>
        <translation>1 (first of this period)</translation>
    </message>
    <message>
        <source>{number}（替代本期先前导出的）</source>
        <translation>{number} (replaces earlier ones of this period)</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>FiledList</name>
    <message>
        <source>保存收表结果…</source>
        <translation>Save the result…</translation>
    </message>
    <message>
        <source>放在一边的文件</source>
        <translation>Files put aside</translation>
    </message>
    <message numerus="yes">
        <source>放在一边的 %n 个文件</source>
        <translation>
            <numerusform>%n file put aside</numerusform>
            <numerusform>%n files put aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>Fingerprint</name>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
</context>
<context>
    <name>FingerprintCheck</name>
    <message>
        <source>第 {number} 组 {group}</source>
        <translation>Group {number}: {group}</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>✓ 填一栏存一栏，不用保存</source>
        <translation>✓ Each field is saved as you leave it</translation>
    </message>
    <message>
        <source>✓ 已存 {time}</source>
        <translation>✓ Saved {time}</translation>
    </message>
    <message>
        <source>■ 有一栏还没有存下</source>
        <translation>■ One field is not saved yet</translation>
    </message>
    <message>
        <source>填报人：{name}</source>
        <translation>Operator: {name}</translation>
    </message>
</context>
<context>
    <name>FoundDialog</name>
    <message>
        <source>U 盘里的文件</source>
        <translation>Files on the stick</translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 个上级的文件</source>
        <translation>
            <numerusform>%n file from the superior</numerusform>
            <numerusform>%n files from the superior</numerusform>
        </translation>
    </message>
    <message>
        <source>没有找到任务下达表或审核回执</source>
        <translation>No assignment or receipt found</translation>
    </message>
    <message>
        <source>审核回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>任务下达表</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>查看…</source>
        <translation>Look…</translation>
    </message>
</context>
<context>
    <name>HeadEditor</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>发文日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>增加一个部分</source>
        <translation>Add a part</translation>
    </message>
    <message>
        <source>年度用来推算“6月底前”这样的时限，也决定有哪些填报期。</source>
        <translation>The year turns a deadline such as “by the end of June” into a date, and decides which periods there are.</translation>
    </message>
    <message>
        <source>文件抬头</source>
        <translation>Head of the document</translation>
    </message>
    <message>
        <source>修改标题</source>
        <translation>change title</translation>
    </message>
    <message>
        <source>年度是四位数字，如 2021。</source>
        <translation>A year has four digits, such as 2021.</translation>
    </message>
    <message>
        <source>修改年度</source>
        <translation>change year</translation>
    </message>
    <message>
        <source>修改文号</source>
        <translation>change document number</translation>
    </message>
    <message>
        <source>修改发文机关</source>
        <translation>change issuer</translation>
    </message>
    <message>
        <source>看不出是哪一天。可以写 2021-03-01。</source>
        <translation>It isn&apos;t clear which day that is. You can write 2021-03-01.</translation>
    </message>
    <message>
        <source>修改发文日期</source>
        <translation>change date of issue</translation>
    </message>
    <message>
        <source>新的部分</source>
        <translation>New part</translation>
    </message>
    <message>
        <source>增加部分</source>
        <translation>add part</translation>
    </message>
</context>
<context>
    <name>HeadingEditor</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>增加任务</source>
        <translation>Add a task</translation>
    </message>
    <message>
        <source>增加一目</source>
        <translation>Add an item</translation>
    </message>
    <message>
        <source>删除这一目</source>
        <translation>Delete this item</translation>
    </message>
    <message>
        <source>第{number}部分</source>
        <translation>Part {number}</translation>
    </message>
    <message>
        <source>第 {number} 目</source>
        <translation>Item {number}</translation>
    </message>
    <message>
        <source>修改标题</source>
        <translation>change title</translation>
    </message>
    <message>
        <source>新的一目</source>
        <translation>New item</translation>
    </message>
    <message>
        <source>删除一目</source>
        <translation>delete item</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>签名身份</source>
        <translation>Signing identity</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>上级打电话核对时，由您念出这四组，不要让对方念给您听。</source>
        <translation>When your superior calls to compare, you read out these four groups, not they.</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>保护方式</source>
        <translation>Protected by</translation>
    </message>
    <message>
        <source>证书</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>设口令…</source>
        <translation>Set a passphrase…</translation>
    </message>
    <message>
        <source>不用口令…</source>
        <translation>No passphrase…</translation>
    </message>
    <message>
        <source>导出到文件…</source>
        <translation>Export to a file…</translation>
    </message>
    <message>
        <source>续期…</source>
        <translation>Renew…</translation>
    </message>
    <message>
        <source>保存换签通知…</source>
        <translation>Save the notice…</translation>
    </message>
    <message>
        <source>单位改名…</source>
        <translation>Rename the unit…</translation>
    </message>
    <message>
        <source>换用单位证书…</source>
        <translation>Use own certificate…</translation>
    </message>
    <message>
        <source>从文件导入…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>遗失重建…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>别人用这台电脑时，设了口令才签得了名。</source>
        <translation>Whoever uses this computer needs it to sign.</translation>
    </message>
    <message>
        <source>换电脑</source>
        <translation>Another computer</translation>
    </message>
    <message>
        <source>导出到一个用口令锁住的文件，到新电脑上导入。</source>
        <translation>Goes in a file locked with a passphrase.</translation>
    </message>
    <message>
        <source>续期</source>
        <translation>Renewal</translation>
    </message>
    <message>
        <source>换一把新密钥，由旧密钥担保，上级不用再打电话。</source>
        <translation>A new key, vouched for by the old one.</translation>
    </message>
    <message>
        <source>单位改名</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>名称或代码变了，就换一个写着新名称的签名。</source>
        <translation>A signature that bears the new name or code.</translation>
    </message>
    <message>
        <source>单位证书</source>
        <translation>Own certificate</translation>
    </message>
    <message>
        <source>用发证机构签发的 .pfx 证书，代替自建的。</source>
        <translation>A .pfx from an authority, in place of ours.</translation>
    </message>
    <message>
        <source>遗失</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>密钥打不开了：另建一把，请上级重新核对指纹。</source>
        <translation>A new key, which your superior has to confirm.</translation>
    </message>
    <message>
        <source>{unit}（{code}）</source>
        <translation>{unit} ({code})</translation>
    </message>
    <message>
        <source>改口令…</source>
        <translation>Change the passphrase…</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>{day}，还有 %n 天</source>
        <translation>
            <numerusform>{day}, %n day left</numerusform>
            <numerusform>{day}, %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ 签名还有 %n 天到期</source>
        <translation>
            <numerusform>▲ The signature runs out in %n day</numerusform>
            <numerusform>▲ The signature runs out in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}，已经过期</source>
        <translation>{day}, expired</translation>
    </message>
    <message>
        <source>由这台电脑上您的账户保护，签名时不用输口令</source>
        <translation>your account on this computer; signing asks for nothing</translation>
    </message>
    <message>
        <source>由口令保护</source>
        <translation>a passphrase</translation>
    </message>
    <message>
        <source>由“{issuer}”签发（本程序不核对发证机构）</source>
        <translation>issued by “{issuer}” (this program does not check the authority)</translation>
    </message>
    <message>
        <source>自建，由上级核对指纹后认可；不是《电子签名法》所说的认证证书</source>
        <translation>made here; no qualified certificate under the Electronic Signature Law</translation>
    </message>
    <message>
        <source>从备份或导出的文件恢复；都没有，就点“遗失重建…”。</source>
        <translation>Restore it from a backup or an exported file; if there is none, press “Replace…”.</translation>
    </message>
    <message>
        <source>! 签名已经过期</source>
        <translation>! The signature has expired</translation>
    </message>
    <message>
        <source>过期的签名担保不了新签名，请点“遗失重建…”。</source>
        <translation>An expired signature cannot vouch for a new one. Please press “Replace…”.</translation>
    </message>
    <message>
        <source>▲ 签名上写的是旧名称或旧代码</source>
        <translation>▲ The signature bears the unit&apos;s old name or code</translation>
    </message>
    <message>
        <source>请点“单位改名…”，换一个与现在一致的签名；在此之前可能导不出填报表。</source>
        <translation>Please press “Rename the unit…” for one that agrees; until then a return may not be exported.</translation>
    </message>
    <message>
        <source>请现在续期：到期以后旧密钥就担保不了新密钥，上级又得打电话核对。</source>
        <translation>Please renew now: afterwards the old key can no longer vouch for the new one.</translation>
    </message>
    <message>
        <source>原来的签名另存为“{name}”。</source>
        <translation>The one before is kept as “{name}”.</translation>
    </message>
    <message>
        <source>已换上新签名</source>
        <translation>The new signature is in place</translation>
    </message>
    <message>
        <source>新指纹是 {fingerprint}，由旧密钥担保。{kept}</source>
        <translation>The new fingerprint is {fingerprint}; the old key vouches for it. {kept}</translation>
    </message>
    <message>
        <source>把“换签通知”随下一份填报表交给上级；上级打开它就认得新签名。</source>
        <translation>Hand the notice to your superior with the next return; opening it makes the new signature known there.</translation>
    </message>
    <message>
        <source>签名身份已经可用</source>
        <translation>The signing identity is ready</translation>
    </message>
    <message>
        <source>指纹是 {fingerprint}。{kept}</source>
        <translation>The fingerprint is {fingerprint}. {kept}</translation>
    </message>
    <message>
        <source>上级若没有核对过这个指纹，请打电话念给上级听。</source>
        <translation>If your superior has not compared this fingerprint yet, telephone and read it out.</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>IdentitySteps</name>
    <message>
        <source>改口令</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>设口令</source>
        <translation>Set a passphrase</translation>
    </message>
    <message>
        <source>以后每次签名都要输入它，换到别的电脑也用它打开。密钥和指纹不变。</source>
        <translation>It is asked for at every signature and opens the identity on another computer, too. Key and fingerprint stay.</translation>
    </message>
    <message>
        <source>换上新口令</source>
        <translation>Use the new passphrase</translation>
    </message>
    <message>
        <source>口令忘了无法找回，只能重建签名身份，请上级重新核对。</source>
        <translation>A forgotten passphrase cannot be recovered: the identity has to be made anew and confirmed again.</translation>
    </message>
    <message>
        <source>口令已经换好</source>
        <translation>The passphrase has been changed</translation>
    </message>
    <message>
        <source>从下一次签名起用新口令。</source>
        <translation>Use it from the next signature on.</translation>
    </message>
    <message>
        <source>不用口令</source>
        <translation>No passphrase</translation>
    </message>
    <message>
        <source>改由这台电脑上您的账户保护：签名时不再问口令，别的账户、别的电脑打不开。</source>
        <translation>Your account on this computer protects it instead: signing asks for nothing, and no other account or computer can open it.</translation>
    </message>
    <message>
        <source>改由账户保护</source>
        <translation>Protect by account</translation>
    </message>
    <message>
        <source>已改由账户保护</source>
        <translation>Your account protects the identity now</translation>
    </message>
    <message>
        <source>从现在起签名不用输口令。</source>
        <translation>From now on signing asks for no passphrase.</translation>
    </message>
    <message>
        <source>导出签名身份</source>
        <translation>Export the signing identity</translation>
    </message>
    <message>
        <source>用于换电脑，或作为备份锁进柜子。文件总是用口令锁住；没有口令，谁拿到也签不了名。</source>
        <translation>For another computer, or as a backup to lock away. The file is always locked: without the passphrase nobody can sign with it.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>请写明保存到哪里。</source>
        <translation>Please say where to save it.</translation>
    </message>
    <message>
        <source>已导出到“{name}”</source>
        <translation>Exported to “{name}”</translation>
    </message>
    <message>
        <source>在新电脑的“签名身份”里点“从文件导入…”，输入刚才的口令。口令不要和文件放在一起。</source>
        <translation>On the new computer, press “Import a file…” in “Signing identity” and enter the passphrase. Keep it apart from the file.</translation>
    </message>
    <message>
        <source>导入签名身份</source>
        <translation>Import a signing identity</translation>
    </message>
    <message>
        <source>先检查文件，再整个换上；不合要求就什么都不动。现在的签名会另存在旁边。</source>
        <translation>The file is checked first and taken whole, or nothing is changed. The present identity is kept beside it.</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>签名身份文件</source>
        <translation>Identity file</translation>
    </message>
    <message>
        <source>请选择文件。</source>
        <translation>Please choose the file.</translation>
    </message>
    <message>
        <source>签名身份 (*.identity)</source>
        <translation>Signing identities (*.identity)</translation>
    </message>
    <message>
        <source>文件的口令</source>
        <translation>The file&apos;s passphrase</translation>
    </message>
    <message>
        <source>在这台电脑上也用这个口令</source>
        <translation>Use this passphrase on this computer, too</translation>
    </message>
    <message>
        <source>续期</source>
        <translation>Renewal</translation>
    </message>
    <message>
        <source>建一把新密钥和新证书，有效五年；旧密钥签一份“换签通知”为它担保，上级打开通知就认得新签名。</source>
        <translation>Makes a new key and certificate for five years. The old key signs a notice that vouches for it; your superior opens the notice and knows the new signature.</translation>
    </message>
    <message>
        <source>换上新签名</source>
        <translation>Use a new signature</translation>
    </message>
    <message>
        <source>单位改名</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>工作区和签名一起改：新建一把写着新名称的密钥，由旧密钥担保。已经填报的内容不变。</source>
        <translation>Changes the workspace and the signature together: a new key that bears the new name, vouched for by the old one. What was reported stays.</translation>
    </message>
    <message>
        <source>改名并换上新签名</source>
        <translation>Rename, with a new signature</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>请写明单位名称。</source>
        <translation>Please write the unit&apos;s name.</translation>
    </message>
    <message>
        <source>单位代码（可不填）</source>
        <translation>Unit code (optional)</translation>
    </message>
    <message>
        <source>换用单位证书</source>
        <translation>Use the unit&apos;s own certificate</translation>
    </message>
    <message>
        <source>用县局、市局或依法设立的电子认证机构签发的证书签名。证书和密钥从 .pfx 或 .p12 文件读入。</source>
        <translation>Signs with a certificate issued by the county, the city, or a licensed authority. Certificate and key are read from a .pfx or .p12 file.</translation>
    </message>
    <message>
        <source>换用这张证书</source>
        <translation>Use this certificate</translation>
    </message>
    <message>
        <source>本程序不核对发证机构，上级仍要核对一次指纹（或收到换签通知）。</source>
        <translation>This program does not check the authority: your superior still has to compare the fingerprint once, or to receive the notice.</translation>
    </message>
    <message>
        <source>证书文件</source>
        <translation>Certificate file</translation>
    </message>
    <message>
        <source>证书和密钥 (*.pfx *.p12)</source>
        <translation>Certificates with keys (*.pfx *.p12)</translation>
    </message>
    <message>
        <source>证书文件的口令</source>
        <translation>The certificate file&apos;s passphrase</translation>
    </message>
    <message>
        <source>遗失重建</source>
        <translation>Replace a lost identity</translation>
    </message>
    <message>
        <source>只在旧密钥打不开、过期或被盗时用。现在的文件会另存在旁边。</source>
        <translation>Only where the old key does not open, has expired or was stolen. The present file is kept beside the new one.</translation>
    </message>
    <message>
        <source>另建一把</source>
        <translation>Make a new one</translation>
    </message>
    <message>
        <source>没有旧密钥担保：上级会看到“签名与已确认的不符”，要打电话核对新指纹。被盗时请上级撤销旧签名。</source>
        <translation>No old key vouches for it: your superior will see that the signer differs, and has to compare the new fingerprint by telephone. If it was stolen, ask for the old one to be revoked.</translation>
    </message>
    <message>
        <source>用口令锁住</source>
        <translation>Lock it with a passphrase</translation>
    </message>
    <message>
        <source>保存换签通知</source>
        <translation>Save the notice of the new signature</translation>
    </message>
    <message>
        <source>一个小文件：旧密钥签名证明新密钥是本单位的。交给上级，在“校验”或“已确认的签名”里打开。历次换签都在里面，上级漏收过也接得上。</source>
        <translation>A small file in which the old key confirms the new one as this unit&apos;s. The superior opens it in “Verify” or “Confirmed signatures”. All renewals are in it, so one that was missed does no harm.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>已保存“{name}”</source>
        <translation>Saved “{name}”</translation>
    </message>
    <message>
        <source>请随下一份填报表一起交给上级。</source>
        <translation>Please hand it to your superior with the next return.</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present passphrase</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>收下上级的任务下达表或审核回执</source>
        <translation>Take in an assignment or a receipt</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>没有找到 U 盘，请选一个文件夹</source>
        <translation>No USB stick found; choose a folder</translation>
    </message>
</context>
<context>
    <name>IndicatorRow</name>
    <message>
        <source>不超过 {target} {unit}</source>
        <translation>At most {target} {unit}</translation>
    </message>
    <message>
        <source>目标 {target} {unit}</source>
        <translation>Target {target} {unit}</translation>
    </message>
    <message>
        <source>{name}，累计完成，{unit}</source>
        <translation>{name}, cumulative, {unit}</translation>
    </message>
    <message>
        <source>● 在上限以内</source>
        <translation>● Within the limit</translation>
    </message>
    <message>
        <source>{sign} 超出上限</source>
        <translation>{sign} Over the limit</translation>
    </message>
    <message>
        <source>序时进度 {schedule}</source>
        <translation>Schedule {schedule}</translation>
    </message>
    <message>
        <source>{sign} {completion} · 落后序时 {points} 个百分点</source>
        <translation>{sign} {completion} done · {points} points behind</translation>
    </message>
    <message>
        <source>完成率 {completion} · 序时进度 {schedule}</source>
        <translation>{completion} done · schedule {schedule}</translation>
    </message>
    <message>
        <source>改填数值</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>没有数据不等于 0：选它并写明原因（F4）</source>
        <translation>No data is not the same as 0: choose it and give the reason (F4)</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>下达任务</source>
        <translation>Issue assignments</translation>
    </message>
    <message>
        <source>任务下达</source>
        <translation>Assignments</translation>
    </message>
    <message>
        <source>每个单位一份签名的任务下达表，放进一个文件夹，附下达清单。单位用本程序打开，就接到了任务。</source>
        <translation>One signed assignment for each unit, in one folder with a list. The unit opens it with the program and has its tasks.</translation>
    </message>
    <message>
        <source>要看一看的地方</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>正在核对各单位…</source>
        <translation>Comparing the units…</translation>
    </message>
    <message>
        <source>各单位这次收到什么</source>
        <translation>What each unit gets this time</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>签名并写出</source>
        <translation>Sign and write</translation>
    </message>
    <message numerus="yes">
        <source>▲ 有 %n 处要看一看，不影响下达</source>
        <translation>
            <numerusform>▲ %n thing to look at; it stops nothing</numerusform>
            <numerusform>▲ %n things to look at; they stop nothing</numerusform>
        </translation>
    </message>
    <message>
        <source>首次下达，第 {version} 版</source>
        <translation>first, version {version}</translation>
    </message>
    <message>
        <source>有变化，第 {version} 版</source>
        <translation>changed, version {version}</translation>
    </message>
    <message>
        <source>重新写出，仍是第 {version} 版</source>
        <translation>once more, still version {version}</translation>
    </message>
    <message>
        <source>没有变化，第 {version} 版仍有效</source>
        <translation>unchanged, version {version} holds</translation>
    </message>
    <message>
        <source>还没有任务</source>
        <translation>no tasks yet</translation>
    </message>
    <message numerus="yes">
        <source>签名并写出 %n 份</source>
        <translation>
            <numerusform>Sign and write %n file</numerusform>
            <numerusform>Sign and write %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>写出 %n 份</source>
        <translation>
            <numerusform>Writes %n file</numerusform>
            <numerusform>Writes %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位没有变化</source>
        <translation>
            <numerusform>%n unit unchanged</numerusform>
            <numerusform>%n units unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位没有任务</source>
        <translation>
            <numerusform>%n unit without tasks</numerusform>
            <numerusform>%n units without tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>正在写出…</source>
        <translation>Writing…</translation>
    </message>
</context>
<context>
    <name>IssueTarget</name>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>更改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>签名口令</source>
        <translation>Passphrase of the signature</translation>
    </message>
</context>
<context>
    <name>IssueTerms</name>
    <message>
        <source>按月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>按季</source>
        <translation>Quarterly</translation>
    </message>
    <message>
        <source>按半年</source>
        <translation>Half-yearly</translation>
    </message>
    <message>
        <source>全年</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>联系人和电话</source>
        <translation>Contact and telephone</translation>
    </message>
    <message>
        <source>单位有疑问时找谁</source>
        <translation>Whom units may ask</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>写在每一份任务下达表上，可以空着</source>
        <translation>Stands on each assignment; may be blank</translation>
    </message>
    <message>
        <source>全部重新写出：没有变化的单位也写一份，版次不变</source>
        <translation>Write all anew: also for units without changes, under the same version</translation>
    </message>
    <message>
        <source>填报周期</source>
        <translation>Reporting cycle</translation>
    </message>
    <message>
        <source>填报表还要谁签批</source>
        <translation>Who else signs returns</translation>
    </message>
</context>
<context>
    <name>IssuedDialog</name>
    <message>
        <source>空白填报表已写出</source>
        <translation>Blank forms written</translation>
    </message>
    <message>
        <source>任务下达表已写出</source>
        <translation>Assignments written</translation>
    </message>
    <message numerus="yes">
        <source>● 已写出 %n 份空白填报表</source>
        <translation>
            <numerusform>● %n blank form written</numerusform>
            <numerusform>● %n blank forms written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>● 已签名写出 %n 份任务下达表</source>
        <translation>
            <numerusform>● %n assignment signed and written</numerusform>
            <numerusform>● %n assignments signed and written</numerusform>
        </translation>
    </message>
    <message>
        <source>位置：{folder}</source>
        <translation>Place: {folder}</translation>
    </message>
    <message>
        <source>写出的文件</source>
        <translation>Files written</translation>
    </message>
    <message>
        <source>发件箱里列着它们，可以随时再复制到 U 盘或写成邮件，交出以后也记在那里。</source>
        <translation>The outbox lists them: from there they can be copied to a stick or sent by mail at any time, and it keeps that they were handed over.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>复制到 U 盘…</source>
        <translation>Copy to a USB stick…</translation>
    </message>
    <message>
        <source>打开下达清单</source>
        <translation>Open the list</translation>
    </message>
</context>
<context>
    <name>LineEdit</name>
    <message>
        <source>{happened}。{advice}</source>
        <translation>{happened}. {advice}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ctrl+↓ 下一项</source>
        <translation>Ctrl+↓ next</translation>
    </message>
    <message>
        <source>Ctrl+F 查找</source>
        <translation>Ctrl+F find</translation>
    </message>
    <message>
        <source>Ctrl+Z 撤销</source>
        <translation>Ctrl+Z undo</translation>
    </message>
    <message>
        <source>F1 快捷键</source>
        <translation>F1 shortcuts</translation>
    </message>
    <message>
        <source>{unit} - 要点填报</source>
        <translation>{unit} - Yaodian</translation>
    </message>
    <message>
        <source>正在切换填报期…</source>
        <translation>Changing the period…</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>{action}：{name}</source>
        <translation>{action}: {name}</translation>
    </message>
    <message>
        <source>从现在起由谁填报？可以直接写新的姓名。</source>
        <translation>Who reports from now on? You may type a new name.</translation>
    </message>
    <message>
        <source>换填报人</source>
        <translation>Change operator</translation>
    </message>
    <message>
        <source>正在换填报人…</source>
        <translation>Changing the operator…</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>详细信息</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>换签通知</source>
        <translation>Notice of a new signature</translation>
    </message>
    <message>
        <source>● 通知由您确认过的旧签名签发，没有改动</source>
        <translation>● Signed by the old signature that you confirmed, and unaltered</translation>
    </message>
    <message>
        <source>收下以后，新签名就算已确认；旧签名仍然认得，以前的填报表照样校验得过。</source>
        <translation>Once accepted, the new signature counts as confirmed. The old one stays known, so earlier returns still verify.</translation>
    </message>
    <message numerus="yes">
        <source>其间换过 %n 次签名，每一次都由前一个签名担保；一并收下。</source>
        <translation>
            <numerusform>The signature was renewed %n time since, announced by the one before; it is taken in as a whole.</numerusform>
            <numerusform>The signature was renewed %n times since, each one announced by the one before; all are taken in together.</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ 单位改名：原来是“{old}”，以后是“{new}”。请核对有没有这回事。</source>
        <translation>▲ The unit renames itself from “{old}” to “{new}”. Please make sure that this is so.</translation>
    </message>
    <message>
        <source>不收</source>
        <translation>Don&apos;t accept</translation>
    </message>
    <message>
        <source>收下新签名</source>
        <translation>Accept the new signature</translation>
    </message>
    <message>
        <source>其间</source>
        <translation>Between</translation>
    </message>
    <message>
        <source>旧指纹</source>
        <translation>Old fingerprint</translation>
    </message>
    <message>
        <source>新指纹</source>
        <translation>New fingerprint</translation>
    </message>
    <message>
        <source>宣布时间（对方电脑）</source>
        <translation>Announced (their clock)</translation>
    </message>
    <message>
        <source>新签名有效期至</source>
        <translation>New one valid until</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>发件箱</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>复制到 U 盘…</source>
        <translation>Copy to USB…</translation>
    </message>
    <message>
        <source>写成邮件…</source>
        <translation>Write a letter…</translation>
    </message>
    <message>
        <source>标记已交出</source>
        <translation>Mark handed over</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>还没有写出过文件。导出填报表、下达任务或写回执以后，都会列在这里。</source>
        <translation>No file was written yet. Returns, assignments and receipts will be listed here once they are.</translation>
    </message>
    <message numerus="yes">
        <source>共 %n 份</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份未交出</source>
        <translation>
            <numerusform>%n file not handed over</numerusform>
            <numerusform>%n files not handed over</numerusform>
        </translation>
    </message>
    <message>
        <source>您好：

附上 {file}，请查收。</source>
        <translation>Dear colleagues,

please find attached {file}.</translation>
    </message>
</context>
<context>
    <name>PassphraseBox</name>
    <message>
        <source>另设口令…</source>
        <translation>Set a passphrase…</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>至少 8 个字符</source>
        <translation>At least 8 characters</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Repeat it</translation>
    </message>
    <message>
        <source>口令强度</source>
        <translation>Strength of the passphrase</translation>
    </message>
    <message>
        <source>口令至少要 8 个字符。</source>
        <translation>A passphrase needs at least 8 characters.</translation>
    </message>
    <message>
        <source>两次输入的口令不一样。</source>
        <translation>The two passphrases differ.</translation>
    </message>
    <message>
        <source>不设口令</source>
        <translation>No passphrase</translation>
    </message>
    <message>
        <source>导出时要输入口令；忘记了无法找回，只能重建签名身份。</source>
        <translation>It is asked for at each export. If forgotten, it can&apos;t be recovered: a new signing identity is then needed.</translation>
    </message>
    <message>
        <source>▲ 弱：容易被猜到，请再长一些</source>
        <translation>▲ Weak: easy to guess, please make it longer</translation>
    </message>
    <message>
        <source>● 中：可以使用</source>
        <translation>● Fair: good enough</translation>
    </message>
    <message>
        <source>● 强</source>
        <translation>● Strong</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 格读不出来，还什么都没有粘贴</source>
        <translation>
            <numerusform>%n cell can&apos;t be read; nothing has been pasted yet</numerusform>
            <numerusform>%n cells can&apos;t be read; nothing has been pasted yet</numerusform>
        </translation>
    </message>
    <message>
        <source>任务一行写“牵头”或“配合”，指标一行写数字；空白表示清除。可以先在表格里改好再复制。</source>
        <translation>Rows of tasks take “lead” or “support”, rows of targets take figures; blank clears. You may put it right in the sheet and copy it again.</translation>
    </message>
    <message>
        <source>读不出来的格</source>
        <translation>Cells that can&apos;t be read</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>只粘贴读得出的 %n 格</source>
        <translation>
            <numerusform>Paste the %n cell that can be read</numerusform>
            <numerusform>Paste the %n cells that can be read</numerusform>
        </translation>
    </message>
    <message>
        <source>第 {line} 行第 {column} 列</source>
        <translation>Line {line}, column {column}</translation>
    </message>
    <message>
        <source>{where}：“{said}”不是牵头，也不是配合</source>
        <translation>{where}: “{said}” is neither lead nor support</translation>
    </message>
    <message>
        <source>{where}：“{said}”不是数字</source>
        <translation>{where}: “{said}” is no number</translation>
    </message>
    <message>
        <source>“{said}”超出了表格，这里没有这一行或这个单位</source>
        <translation>“{said}” lies outside the grid: no such row or unit</translation>
    </message>
    <message>
        <source>名录里没有单位“{said}”</source>
        <translation>The directory has no unit “{said}”</translation>
    </message>
    <message>
        <source>现在列出的任务里没有序号“{said}”</source>
        <translation>No task that is shown has the number “{said}”</translation>
    </message>
    <message>
        <source>“{said}”出现了两次</source>
        <translation>“{said}” stands there twice</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{name}的 PIN</source>
        <translation>PIN of {name}</translation>
    </message>
    <message>
        <source>以后以这个姓名签批，都要输入它。它防的是同事顺手代签；忘了可以重设，重设会留下记录。</source>
        <translation>From now on nobody signs off under this name without it. It keeps colleagues from signing for one another. If it is forgotten it can be reset, and the reset stays on record.</translation>
    </message>
    <message>
        <source>现在的 PIN</source>
        <translation>Present PIN</translation>
    </message>
    <message>
        <source>新 PIN</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>忘了，重设…</source>
        <translation>Forgotten…</translation>
    </message>
    <message>
        <source>不再用 PIN</source>
        <translation>Remove PIN</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>设置 PIN</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>两次输入的不一样。</source>
        <translation>The two are not the same.</translation>
    </message>
    <message numerus="yes">
        <source>至少 %n 个字符。</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>重设{name}的 PIN</source>
        <translation>Reset the PIN of {name}</translation>
    </message>
    <message>
        <source>现在的 PIN 作废。{name}可以随即设一个新的；在此之前，以这个姓名签批不用 PIN。</source>
        <translation>The present PIN is given up. {name} can set a new one at once; until then nobody is asked for a PIN under this name.</translation>
    </message>
    <message>
        <source>重设</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>谁、什么时候、为什么重设，都记入“本期经过”，并显示在签批一栏，直到本人设了新 PIN。</source>
        <translation>Who reset it, when and why goes on record, and is shown where this name signs off until it has a new PIN.</translation>
    </message>
    <message>
        <source>为什么重设</source>
        <translation>Why it is reset</translation>
    </message>
    <message>
        <source>请写明为什么重设。</source>
        <translation>Please say why it is reset.</translation>
    </message>
</context>
<context>
    <name>PlanCompareDialog</name>
    <message>
        <source>新旧对照</source>
        <translation>Compare versions</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>先审阅新版…</source>
        <translation>Review the new version first…</translation>
    </message>
    <message>
        <source>已经填报的内容都会保留：改了措辞的任务连同进展一起延续。</source>
        <translation>All that was reported is kept: a reworded task goes on with its progress.</translation>
    </message>
    <message>
        <source>有 {count} 项填报过的任务新版里没有了，采用后不再填报，记录仍在。</source>
        <translation>Reported tasks that the new version no longer has: {count}. They are not reported any more, but their records stay.</translation>
    </message>
    <message>
        <source>各项任务都没有变化；标题、顺序这些改动可以直接采用。</source>
        <translation>No task has changed; changes of titles and order can simply be adopted.</translation>
    </message>
    <message>
        <source>新旧对照：{title}</source>
        <translation>Compare versions: {title}</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>新版</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Select none</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>采用全部 {count} 处变化</source>
        <translation>Adopt all changes ({count})</translation>
    </message>
    <message>
        <source>采用选中的 {count} 处变化</source>
        <translation>Adopt selected changes ({count})</translation>
    </message>
</context>
<context>
    <name>PlanDocument</name>
    <message>
        <source>原文</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>PlanReviewPage</name>
    <message>
        <source>合并任务</source>
        <translation>merge tasks</translation>
    </message>
    <message>
        <source>拆分任务</source>
        <translation>split task</translation>
    </message>
    <message>
        <source>新任务</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>新增任务</source>
        <translation>add task</translation>
    </message>
    <message>
        <source>删除任务</source>
        <translation>delete task</translation>
    </message>
    <message>
        <source>移动任务</source>
        <translation>move task</translation>
    </message>
    <message>
        <source>确认存疑之处</source>
        <translation>confirm doubt</translation>
    </message>
</context>
<context>
    <name>PlanSourceDialog</name>
    <message>
        <source>导入新版工作要点</source>
        <translation>Import a new version of the work points</translation>
    </message>
    <message>
        <source>选择工作要点</source>
        <translation>Choose work points</translation>
    </message>
    <message>
        <source>新旧两个版本会逐项比较；已经填报的内容都会保留。</source>
        <translation>The two versions are compared task by task; all that was reported is kept.</translation>
    </message>
    <message>
        <source>Word、PDF、Excel 分解表和纯文本都可以。读完先请您审阅，再用它开始填报。</source>
        <translation>Word, PDF, an Excel breakdown or plain text. You review what was read before you report on it.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>从空白开始，自己录入</source>
        <translation>Start blank and type it yourself</translation>
    </message>
    <message>
        <source>读取粘贴的内容</source>
        <translation>Read what was pasted</translation>
    </message>
    <message>
        <source>把文件拖到这里，或写出路径、选择文件：.docx .pdf .xlsx .txt</source>
        <translation>Drop a file here, type its path, or choose one: .docx .pdf .xlsx .txt</translation>
    </message>
    <message>
        <source>工作要点的路径</source>
        <translation>Path of the work points</translation>
    </message>
    <message>
        <source>文件路径</source>
        <translation>File path</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>粘贴的内容</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>在 Word、WPS、网页里复制全文，或在 Excel 里复制表格，粘贴到这里（Ctrl+V）。</source>
        <translation>Copy the full text in Word, WPS or a web page, or the table in Excel, and paste it here (Ctrl+V).</translation>
    </message>
    <message>
        <source>或者粘贴文字或表格(&amp;V)</source>
        <translation>Or paste text or a table (&amp;V)</translation>
    </message>
    <message>
        <source>工作要点 (*.docx *.pdf *.xlsx *.txt)</source>
        <translation>Work points (*.docx *.pdf *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>{year}年工作要点</source>
        <translation>Work points for {year}</translation>
    </message>
    <message>
        <source>改用粘贴</source>
        <translation>Paste instead</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>请稍候</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{done} / {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{page}，{count} 项待办</source>
        <translation>{page}, {count} waiting</translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>写审核回执</source>
        <translation>Write receipts</translation>
    </message>
    <message numerus="yes">
        <source>写 %n 份审核回执</source>
        <translation>
            <numerusform>Write %n receipt</numerusform>
            <numerusform>Write %n receipts</numerusform>
        </translation>
    </message>
    <message>
        <source>每份回执都带本单位的签名，单位导入以后，通过的那一期锁定，退回的那一期打开并显示意见。</source>
        <translation>Each receipt bears this unit’s signature. Once a unit has taken it in, an accepted period is locked and one sent back is open again with the comments.</translation>
    </message>
    <message>
        <source>审核回执</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>更改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>签名口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>发件箱里列着它们，可以复制到 U 盘或写成邮件。</source>
        <translation>They stand in the outbox, from where they go to a stick or into a letter.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>签名并写出</source>
        <translation>Sign and write</translation>
    </message>
    <message numerus="yes">
        <source>● 已写出 %n 份审核回执</source>
        <translation>
            <numerusform>● %n receipt written</numerusform>
            <numerusform>● %n receipts written</numerusform>
        </translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ResumeReviewDialog</name>
    <message>
        <source>接着审阅</source>
        <translation>Go on with the review</translation>
    </message>
    <message>
        <source>手工录入的工作要点</source>
        <translation>Work points typed by hand</translation>
    </message>
    <message>
        <source>上次的审阅还没有完成</source>
        <translation>The last review is not finished yet</translation>
    </message>
    <message>
        <source>“{title}”改到 {time}，每一处修改都在。</source>
        <translation>“{title}” was last edited at {time}; every change is kept.</translation>
    </message>
    <message>
        <source>上次的撤销步骤没有留下；接着审阅以后的修改，仍然可以一步步撤销。</source>
        <translation>The undo steps of last time were not kept; what you change from now on can be undone step by step again.</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>任务，先列要看一看的</source>
        <translation>Tasks, those to look at first</translation>
    </message>
    <message>
        <source>哪里不对、为什么、怎么改。只有退回时才送给填报单位。</source>
        <translation>What is wrong, why, and what to do. Goes to the unit only if the return is sent back.</translation>
    </message>
    <message>
        <source>总的意见</source>
        <translation>Comment on the whole</translation>
    </message>
    <message>
        <source>对整份填报表的意见</source>
        <translation>On the return as a whole</translation>
    </message>
    <message>
        <source>以后再审</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>对这项任务的意见</source>
        <translation>Comment on this task</translation>
    </message>
    <message>
        <source>第 {number} 次</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>（手填，没有签名）</source>
        <translation> (filled in by hand, not signed)</translation>
    </message>
    <message>
        <source>，代替第 {number} 次</source>
        <translation>, replaces no. {number}</translation>
    </message>
    <message>
        <source>没有上期</source>
        <translation>no earlier period</translation>
    </message>
    <message>
        <source>填报人 {name} · 数据校验码 {code} · 对照 {last} · 要看一看的 {count} 处</source>
        <translation>{name} · check code {code} · beside {last} · to look at: {count}</translation>
    </message>
    <message numerus="yes">
        <source>已写 %n 条意见</source>
        <translation>
            <numerusform>%n comment written</numerusform>
            <numerusform>%n comments written</numerusform>
        </translation>
    </message>
    <message>
        <source>退回要写明意见：总的意见，或者某项任务的意见。</source>
        <translation>Sending back needs a comment: on the whole, or on a task.</translation>
    </message>
</context>
<context>
    <name>ReviewTaskView</name>
    <message>
        <source>与上一次报的不同：</source>
        <translation>Differs from the return before:</translation>
    </message>
    <message>
        <source>进展状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Narrative</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下一步打算</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>佐证材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>{name}：{before} → {now}</source>
        <translation>{name}: {before} → {now}</translation>
    </message>
    <message>
        <source>累计完成</source>
        <translation>Cumulative value</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>{name}（目标 {target}{unit}）</source>
        <translation>{name} (target {target}{unit})</translation>
    </message>
    <message>
        <source>无数据：{reason}</source>
        <translation>No data: {reason}</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>审阅工作要点 - 要点填报</source>
        <translation>Review work points - Yaodian</translation>
    </message>
    <message>
        <source>F8 下一处存疑</source>
        <translation>F8 next doubt</translation>
    </message>
    <message>
        <source>Ctrl+M 合并</source>
        <translation>Ctrl+M merge</translation>
    </message>
    <message>
        <source>Ctrl+Enter 拆分</source>
        <translation>Ctrl+Enter split</translation>
    </message>
    <message>
        <source>F1 快捷键</source>
        <translation>F1 shortcuts</translation>
    </message>
    <message>
        <source>✓ 每一处修改都随时存下</source>
        <translation>✓ Each change is saved at once</translation>
    </message>
    <message>
        <source>手工录入的工作要点</source>
        <translation>Work points typed by hand</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>先放一放</source>
        <translation>Leave it for now</translation>
    </message>
    <message>
        <source>已经改的都存着，下次接着审阅。</source>
        <translation>What you changed is kept; go on with the review next time.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>{action}：{name}</source>
        <translation>{action}: {name}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>新建工作区…</source>
        <translation>New workspace…</translation>
    </message>
    <message>
        <source>打开或新建工作区</source>
        <translation>Open or create a workspace</translation>
    </message>
    <message>
        <source>工作区 (*.yaodian)</source>
        <translation>Workspaces (*.yaodian)</translation>
    </message>
    <message>
        <source>打开或新建</source>
        <translation>Open or create</translation>
    </message>
</context>
<context>
    <name>ShareDelegate</name>
    <message>
        <source>{unit}的分解指标：{indicator}</source>
        <translation>Share of {unit}: {indicator}</translation>
    </message>
</context>
<context>
    <name>ShareField</name>
    <message>
        <source>{happened}。{meaning}</source>
        <translation>{happened}. {meaning}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>存下这一栏，到下一栏</source>
        <translation>Save this field, go to the next</translation>
    </message>
    <message>
        <source>采用上期内容（空栏里）</source>
        <translation>Take over last period&apos;s (in a blank field)</translation>
    </message>
    <message>
        <source>无数据，写明原因（数值栏里）</source>
        <translation>No data, with the reason (in a figure)</translation>
    </message>
    <message>
        <source>选进展状态（状态栏里）</source>
        <translation>Choose the status (in the status row)</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SignOffCard</name>
    <message>
        <source>签批</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>本期经过…</source>
        <translation>What happened…</translation>
    </message>
    <message>
        <source>谁在什么时候签批、导出、更正，谁重设过 PIN</source>
        <translation>Who signed off, exported and corrected when, and who reset a PIN</translation>
    </message>
</context>
<context>
    <name>SignOffStep</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{role}的 PIN</source>
        <translation>PIN of: {role}</translation>
    </message>
    <message>
        <source>签批</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>作为{role}签批</source>
        <translation>Sign off as: {role}</translation>
    </message>
    <message>
        <source>设置{role}的 PIN</source>
        <translation>Set the PIN of: {role}</translation>
    </message>
    <message>
        <source>设置、更改或取消这个姓名的 PIN</source>
        <translation>Set, change or remove the PIN of this name</translation>
    </message>
    <message>
        <source>▲ {who}于 {moment} 重设了 PIN（原因见“本期经过”）</source>
        <translation>▲ PIN reset by {who} on {moment} (see “What happened”)</translation>
    </message>
    <message>
        <source>请先写上姓名</source>
        <translation>Please enter the name first</translation>
    </message>
</context>
<context>
    <name>SignOffTrailDialog</name>
    <message>
        <source>本期经过</source>
        <translation>What happened in this period</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{period}，最近的在上面。记录只增不改；PIN 和“谁必须签批”对各期都有效，也列在这里。</source>
        <translation>{period}, the latest first. The record is only added to. PINs and who must sign off hold for all periods and are listed here too.</translation>
    </message>
    <message>
        <source>还没有人签批，也没有导出过。</source>
        <translation>Nobody has signed off, and nothing was exported yet.</translation>
    </message>
</context>
<context>
    <name>SignerActions</name>
    <message>
        <source>不确认</source>
        <translation>Don&apos;t confirm</translation>
    </message>
    <message>
        <source>确认新签名…</source>
        <translation>Confirm the new one…</translation>
    </message>
    <message>
        <source>核对指纹并确认…</source>
        <translation>Compare and confirm…</translation>
    </message>
    <message>
        <source>（读不出）</source>
        <translation>(unreadable)</translation>
    </message>
    <message>
        <source>本单位的</source>
        <translation>This unit&apos;s</translation>
    </message>
    <message>
        <source>文件里</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>已撤销（{day}确认）</source>
        <translation>Revoked (confirmed {day})</translation>
    </message>
    <message>
        <source>已确认（{day}）</source>
        <translation>Confirmed ({day})</translation>
    </message>
</context>
<context>
    <name>SignersDialog</name>
    <message>
        <source>已确认的签名</source>
        <translation>Confirmed signatures</translation>
    </message>
    <message>
        <source>核对过指纹的单位。校验填报表时，只有这里有效的签名才算对得上。</source>
        <translation>Units whose fingerprint was compared. A return is by a known signer only if its signature is valid here.</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>单位、代码、指纹</source>
        <translation>Unit, code, fingerprint</translation>
    </message>
    <message>
        <source>打开换签通知…</source>
        <translation>Open a notice…</translation>
    </message>
    <message>
        <source>撤销…</source>
        <translation>Revoke…</translation>
    </message>
    <message>
        <source>还没有。校验一份填报表，核对指纹并确认，就会出现在这里。</source>
        <translation>None yet. Verify a return, compare the fingerprint and confirm it: then it appears here.</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>怎样确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{unit}（{code}）</source>
        <translation>{unit} ({code})</translation>
    </message>
    <message>
        <source>■ 已撤销</source>
        <translation>■ revoked</translation>
    </message>
    <message>
        <source>▲ 证书已过期</source>
        <translation>▲ expired</translation>
    </message>
    <message>
        <source>● 有效</source>
        <translation>● valid</translation>
    </message>
    <message>
        <source>撤销签名</source>
        <translation>Revoke a signature</translation>
    </message>
    <message>
        <source>{unit}，指纹 {fingerprint}。从现在起，用它签的文件一律不再采信，以前签的也一样。</source>
        <translation>{unit}, fingerprint {fingerprint}. From now on no file signed with it is accepted, earlier ones included.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>只在密钥被盗、遗失或当初核对有误时撤销。换过新签名的旧签名不用撤销。</source>
        <translation>Revoke only what was stolen, lost, or confirmed by mistake. An old signature that was renewed needs no revoking.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明原因。</source>
        <translation>Please say why.</translation>
    </message>
    <message>
        <source>打开换签通知</source>
        <translation>Open a notice</translation>
    </message>
    <message>
        <source>换签通知 (*.notice)</source>
        <translation>Notices (*.notice)</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>StartFromDialog</name>
    <message>
        <source>从任务下达表开始</source>
        <translation>Begin with an assignment</translation>
    </message>
    <message>
        <source>{superior} {day}下达 · 第 {version} 版 · {plan}</source>
        <translation>{superior}, {day} · version {version} · {plan}</translation>
    </message>
    <message numerus="yes">
        <source>%n 项任务</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>打电话给{superior}，用您本来就有的号码；请对方念“签名身份”里的四组指纹，对上一组，就点一下。</source>
        <translation>Call {superior} by a number that you had before; ask for the four groups under “Identity”, and tick each that fits.</translation>
    </message>
    <message>
        <source>填报人</source>
        <translation>Filled in by</translation>
    </message>
    <message>
        <source>填报员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>开始填报</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>电话里核对</source>
        <translation>On the phone</translation>
    </message>
    <message>
        <source>当面核对</source>
        <translation>In person</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>复制到 U 盘</source>
        <translation>Copy to USB stick</translation>
    </message>
    <message numerus="yes">
        <source>复制 %n 个文件到 U 盘</source>
        <translation>
            <numerusform>Copy %n file to a USB stick</numerusform>
            <numerusform>Copy %n files to a USB stick</numerusform>
        </translation>
    </message>
    <message>
        <source>没有找到 U 盘。请插好后重新打开这里，或选一个文件夹。</source>
        <translation>No USB stick found. Plug one in and open this again, or choose a folder.</translation>
    </message>
    <message>
        <source>其他文件夹…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>{label}（{root}，可用 {free}）</source>
        <translation>{label} ({root}, {free} free)</translation>
    </message>
    <message>
        <source>复制到哪个文件夹</source>
        <translation>Copy to which folder</translation>
    </message>
    <message numerus="yes">
        <source>● %n 个文件已写入并核对无误</source>
        <translation>
            <numerusform>● %n file written and checked</numerusform>
            <numerusform>● %n files written and checked</numerusform>
        </translation>
    </message>
    <message>
        <source>位置：{folder}。现在可以拔出；Windows 里请先“安全删除硬件”。</source>
        <translation>In {folder}. The stick can be pulled now; on Windows use “Safely Remove Hardware” first.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SummaryDetail</name>
    <message>
        <source>各单位数据</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Narratives</translation>
    </message>
    <message>
        <source>去填报页</source>
        <translation>Open task</translation>
    </message>
    <message>
        <source>在填报页打开这项任务（Ctrl+Enter）</source>
        <translation>Open this task on Report (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>选一行，这里显示各单位的数据和进展情况。</source>
        <translation>Choose a row: the units&apos; figures and narratives appear here.</translation>
    </message>
    <message>
        <source>本级 {sign} {light}</source>
        <translation>Own {sign} {light}</translation>
    </message>
    <message>
        <source>这项任务没有定量指标</source>
        <translation>This task has no measured target</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>汇总方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>{name}：目标 {target}{unit}</source>
        <translation>{name}: target {target} {unit}</translation>
    </message>
    <message>
        <source>下级汇总 {amount}</source>
        <translation>Units&apos; total {amount}</translation>
    </message>
    <message>
        <source>本级填报 {amount}</source>
        <translation>Own entry {amount}</translation>
    </message>
    <message>
        <source>本期已导出，不能再改</source>
        <translation>The period has been exported and can&apos;t be changed</translation>
    </message>
    <message>
        <source>写进本级填报（Enter，Ctrl+Z 撤销）</source>
        <translation>Write it into the own entry (Enter; Ctrl+Z undoes)</translation>
    </message>
    <message>
        <source>{method}。要加权平均，先在下达页的名录里加一列数字，如学生数。</source>
        <translation>{method}. For a weighted mean, first add a column of figures to the directory on Assign, such as students.</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>无数据：{reason}</source>
        <translation>no data: {reason}</translation>
    </message>
    <message>
        <source>{amount}（{percent}）</source>
        <translation>{amount} ({percent})</translation>
    </message>
</context>
<context>
    <name>SummaryHead</name>
    <message>
        <source>汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>查找任务、指标</source>
        <translation>Find tasks, targets</translation>
    </message>
    <message>
        <source>查找…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>销号…</source>
        <translation>Close tasks…</translation>
    </message>
    <message>
        <source>已完成的任务凭佐证销号，退出未办清单</source>
        <translation>Completed tasks are closed on evidence and leave the open list</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>汇总表（Excel）…</source>
        <translation>Summary workbook (Excel)…</translation>
    </message>
    <message>
        <source>通报（Word）…</source>
        <translation>Bulletin (Word)…</translation>
    </message>
    <message>
        <source>结转清单（Excel）…</source>
        <translation>Carry-over list (Excel)…</translation>
    </message>
    <message>
        <source>全部数据（CSV 和 JSON）…</source>
        <translation>All data (CSV and JSON)…</translation>
    </message>
    <message>
        <source>全部采用 {count}…</source>
        <translation>Take all {count}…</translation>
    </message>
    <message>
        <source>本期已导出，不能再改</source>
        <translation>The period has been exported and can&apos;t be changed</translation>
    </message>
    <message>
        <source>没有本级未填、下级已有汇总的指标</source>
        <translation>There is no blank own figure that the units have a total for</translation>
    </message>
</context>
<context>
    <name>SummaryNarrative</name>
    <message>
        <source>各单位所写（已通过的填报表）</source>
        <translation>What units wrote (accepted returns)</translation>
    </message>
    <message>
        <source>还没有已通过的填报表写到这项任务。</source>
        <translation>No accepted return says anything on this task yet.</translation>
    </message>
    <message>
        <source>汇集到本级 ↓</source>
        <translation>Draw in ↓</translation>
    </message>
    <message>
        <source>本级进展情况</source>
        <translation>Own narrative</translation>
    </message>
    <message>
        <source>本期已导出，不能再改</source>
        <translation>The period has been exported and can&apos;t be changed</translation>
    </message>
    <message>
        <source>这份汇集已经在本级进展情况里</source>
        <translation>This list stands in the own narrative already</translation>
    </message>
    <message>
        <source>还没有可汇集的内容</source>
        <translation>There is nothing to draw in yet</translation>
    </message>
    <message>
        <source>接在本级已写的后面</source>
        <translation>Put it after what the own narrative says</translation>
    </message>
    <message>
        <source>写进本级进展情况，再修改</source>
        <translation>Write it into the own narrative, then edit it</translation>
    </message>
</context>
<context>
    <name>SummaryNotice</name>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>指标与下级汇总</source>
        <translation>Measured targets and units&apos; totals</translation>
    </message>
    <message>
        <source>● 本期已导出第 {sequence} 次填报表，本级填报不能再改；要改动，请先在填报页“更正本期”。</source>
        <translation>● Return no. {sequence} of this period has been exported, so the own entries can&apos;t be changed. To change them, first correct the period on Report.</translation>
    </message>
    <message>
        <source>汇总 · {period}</source>
        <translation>Summary · {period}</translation>
    </message>
    <message>
        <source>没有符合条件的任务。换一个筛选，或清空查找。</source>
        <translation>No task fits. Choose another filter, or clear the search.</translation>
    </message>
    <message>
        <source>工作要点里还没有任务。</source>
        <translation>The work points have no tasks yet.</translation>
    </message>
</context>
<context>
    <name>SummaryStrip</name>
    <message>
        <source>排名…</source>
        <translation>Ranking…</translation>
    </message>
    <message>
        <source>指标 {count}</source>
        <translation>Measured {count}</translation>
    </message>
    <message>
        <source>→ 可采用 {count}</source>
        <translation>→ To take {count}</translation>
    </message>
    <message>
        <source>≠ 不一致 {count}</source>
        <translation>≠ Differ {count}</translation>
    </message>
    <message>
        <source>全部任务 {count}</source>
        <translation>All tasks {count}</translation>
    </message>
    <message>
        <source>本级{light}的任务</source>
        <translation>Own tasks: {light}</translation>
    </message>
    <message numerus="yes">
        <source>%n 个下级单位</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message>
        <source>● 已通过 {count}</source>
        <translation>● Accepted {count}</translation>
    </message>
    <message>
        <source>◔ 待审核 {count}</source>
        <translation>◔ Waiting {count}</translation>
    </message>
    <message>
        <source>↩ 退回修改 {count}</source>
        <translation>↩ Returned {count}</translation>
    </message>
    <message>
        <source>○ 未报 {count}</source>
        <translation>○ Missing {count}</translation>
    </message>
    <message>
        <source>■ 逾期未报 {count}</source>
        <translation>■ Overdue {count}</translation>
    </message>
    <message>
        <source>在收表页查看</source>
        <translation>See them on Collect</translation>
    </message>
    <message>
        <source>完成率</source>
        <translation>Completion</translation>
    </message>
</context>
<context>
    <name>SummaryWaysOut</name>
    <message>
        <source>导出汇总表</source>
        <translation>Export the summary workbook</translation>
    </message>
    <message>
        <source>导出通报</source>
        <translation>Export the bulletin</translation>
    </message>
    <message>
        <source>导出结转清单</source>
        <translation>Export the carry-over list</translation>
    </message>
    <message>
        <source>全部数据导出到哪个文件夹（里面会新建“{name}”）</source>
        <translation>Folder for all data (a new &quot;{name}&quot; is made in it)</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Word 文档 (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <source>● 已写好：{path}</source>
        <translation>● Written: {path}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>TakeAllDialog</name>
    <message>
        <source>全部采用</source>
        <translation>Take all</translation>
    </message>
    <message>
        <source>采用下级汇总</source>
        <translation>Take units&apos; totals</translation>
    </message>
    <message>
        <source>只填本级还空着的；已经填了的、写明“无数据”的都不动。采用以后可以一次撤销（Ctrl+Z）。</source>
        <translation>Only blank own figures are filled in. What is filled in, or stated as &quot;no data&quot;, stays as it is. One Ctrl+Z takes all of it back.</translation>
    </message>
    <message>
        <source>将要填入的数</source>
        <translation>Figures to be filled in</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n 项还有单位未计入：未报、待审核、退回或没有数据</source>
        <translation>
            <numerusform>▲ %n target lacks units: missing, waiting, returned or without data</numerusform>
            <numerusform>▲ %n targets lack units: missing, waiting, returned or without data</numerusform>
        </translation>
    </message>
    <message>
        <source>不选这些</source>
        <translation>Leave these out</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{item}．{name} → {amount}{unit}</source>
        <translation>{item}. {name} → {amount} {unit}</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n 个单位未计入</source>
        <translation>
            <numerusform>▲ %n unit not in it</numerusform>
            <numerusform>▲ %n units not in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>填入 %n 项</source>
        <translation>
            <numerusform>Fill in %n</numerusform>
            <numerusform>Fill in %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeInDialog</name>
    <message>
        <source>收下上级的文件</source>
        <translation>From the superior</translation>
    </message>
    <message>
        <source>▲ 第一次收到这个上级单位的文件：先打电话核对指纹，只要一次。</source>
        <translation>▲ The first file of this superior: compare the fingerprint on the phone, once.</translation>
    </message>
    <message>
        <source>核对指纹并确认…</source>
        <translation>Compare and confirm…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>任务下达表 第 {version} 版</source>
        <translation>Assignment, version {version}</translation>
    </message>
    <message>
        <source>{superior} 下达给 {unit} · {plan} · {day}</source>
        <translation>{superior} to {unit} · {plan} · {day}</translation>
    </message>
    <message>
        <source>● 这一版已经导入过，没有变化。</source>
        <translation>● This version was taken in before; nothing changes.</translation>
    </message>
    <message numerus="yes">
        <source>● 新任务 %n 项</source>
        <translation>
            <numerusform>● %n new task</numerusform>
            <numerusform>● %n new tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>与第 {before} 版相比：</source>
        <translation>Compared with version {before}: </translation>
    </message>
    <message>
        <source>新增 {added} 项，变化 {changed} 项，取消 {gone} 项</source>
        <translation>{added} new, {changed} changed, {gone} gone</translation>
    </message>
    <message>
        <source>……还有 {count} 处</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>已经填好的内容都保留；取消的任务连同填过的内容留在记录里。</source>
        <translation>Everything that was filled in stays; tasks that are gone are kept with their records.</translation>
    </message>
    <message>
        <source>审核回执 · {period}</source>
        <translation>Receipt · {period}</translation>
    </message>
    <message>
        <source>{superior} · 对第 {sequence} 次填报表（校验码 {code}）· {name} {day}</source>
        <translation>{superior} · on return {sequence} (check code {code}) · {name} {day}</translation>
    </message>
    <message>
        <source>● 审核通过：导入后这一期锁定。</source>
        <translation>● Accepted: the period is locked once taken in.</translation>
    </message>
    <message>
        <source>↩ 退回修改：导入后这一期打开，意见显示在各项任务里。</source>
        <translation>↩ Sent back: the period is open again once taken in, with comments at its tasks.</translation>
    </message>
    <message>
        <source>{number}．{task}：{comment}</source>
        <translation>{number}. {task}: {comment}</translation>
    </message>
    <message>
        <source>● 已记下。它针对的那一次已被更正替代，本期没有变化。</source>
        <translation>● Noted. The return it is for was replaced since; the period stays as it is.</translation>
    </message>
    <message>
        <source>● 这份回执以前导入过，没有变化。</source>
        <translation>● This receipt was taken in before; nothing changes.</translation>
    </message>
    <message>
        <source>上级单位确实换了</source>
        <translation>The superior did change</translation>
    </message>
</context>
<context>
    <name>TargetCard</name>
    <message>
        <source>指标名称</source>
        <translation>Name of the indicator</translation>
    </message>
    <message>
        <source>全年目标</source>
        <translation>Target for the year</translation>
    </message>
    <message>
        <source>如 2万</source>
        <translation>such as 20,000</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit of measure</translation>
    </message>
    <message>
        <source>起点</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>可以空着</source>
        <translation>may be blank</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Cycle</translation>
    </message>
    <message>
        <source>去掉这个指标</source>
        <translation>Remove this indicator</translation>
    </message>
    <message>
        <source>折合每期 {each} {unit}</source>
        <translation>that is {each} {unit} a period</translation>
    </message>
    <message>
        <source>还缺这一项；不要这个指标，就把它去掉。</source>
        <translation>This is missing; if you don&apos;t want the indicator, remove it.</translation>
    </message>
    <message>
        <source>指标要有目标值；不要这个指标，就把它去掉。</source>
        <translation>An indicator needs a target; if you don&apos;t want it, remove it.</translation>
    </message>
</context>
<context>
    <name>TaskContext</name>
    <message>
        <source>全部采用上期内容</source>
        <translation>Take over all of it</translation>
    </message>
    <message>
        <source>Ctrl+L：只补还空着的栏目</source>
        <translation>Ctrl+L: fills blank fields only</translation>
    </message>
    <message>
        <source>{sign} 落后序时 {points} 个百分点</source>
        <translation>{sign} {points} points behind schedule</translation>
    </message>
    <message>
        <source>{sign} 进展滞后</source>
        <translation>{sign} Behind</translation>
    </message>
    <message>
        <source>请写明存在问题，上级会问起。</source>
        <translation>Please describe the problems: your superior will ask.</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>这项任务以前没有填报过。</source>
        <translation>Nothing was reported on this task before.</translation>
    </message>
    <message>
        <source>上期（{period}）</source>
        <translation>Last period ({period})</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>status</translation>
    </message>
    <message>
        <source>填于 {day}</source>
        <translation>Reported on {day}</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>还没有修改。每一次修改都会记在这里。</source>
        <translation>No changes yet. Each one will be listed here.</translation>
    </message>
    <message>
        <source>附上{name}</source>
        <translation>attached {name}</translation>
    </message>
    <message>
        <source>移除{name}</source>
        <translation>removed {name}</translation>
    </message>
    <message>
        <source>{when} {who} {what} {old} → {new}</source>
        <translation>{when} {who}: {what} {old} → {new}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>{when} {who} {what} {new}</source>
        <translation>{when} {who}: {what} {new}</translation>
    </message>
    <message>
        <source>{when} {who} 修改{what}</source>
        <translation>{when} {who} edited {what}</translation>
    </message>
    <message>
        <source>累计完成</source>
        <translation>figure</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>progress</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>problems</translation>
    </message>
    <message>
        <source>下一步打算</source>
        <translation>next steps</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>remarks</translation>
    </message>
</context>
<context>
    <name>TaskEditor</name>
    <message>
        <source>任务措辞</source>
        <translation>Wording of the task</translation>
    </message>
    <message>
        <source>增加指标</source>
        <translation>Add an indicator</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>没有写明就不填</source>
        <translation>blank if not stated</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>几个单位用顿号隔开</source>
        <translation>several units parted by commas</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>如 6月底、2021-06-30</source>
        <translation>such as 2021-06-30</translation>
    </message>
    <message>
        <source>第 {number} 项，共 {total} 项</source>
        <translation>task {number} of {total}</translation>
    </message>
    <message>
        <source>去掉全部指标，才能改成别的类型。</source>
        <translation>Remove all indicators to choose another kind.</translation>
    </message>
    <message>
        <source>增加指标，就成为定量任务。</source>
        <translation>With an indicator it becomes a quantified task.</translation>
    </message>
    <message>
        <source>原文里没有这一项，是手工增加的。</source>
        <translation>It is not in the document; it was added by hand.</translation>
    </message>
    <message>
        <source>原文：{text}</source>
        <translation>Document: {text}</translation>
    </message>
    <message>
        <source>改写任务</source>
        <translation>reword task</translation>
    </message>
    <message>
        <source>改变类型</source>
        <translation>change kind</translation>
    </message>
    <message>
        <source>修改牵头单位</source>
        <translation>change lead units</translation>
    </message>
    <message>
        <source>修改配合单位</source>
        <translation>change support units</translation>
    </message>
    <message>
        <source>看不出是哪一天。可以写 6月底、6月30日 或 2021-06-30。</source>
        <translation>It isn&apos;t clear which day that is. You can write 2021-06-30.</translation>
    </message>
    <message>
        <source>修改完成时限</source>
        <translation>change due date</translation>
    </message>
    <message>
        <source>修改指标</source>
        <translation>change indicator</translation>
    </message>
    <message>
        <source>去掉指标</source>
        <translation>remove indicator</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>进展状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下一步打算</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>第 {number} 项，共 {total} 项</source>
        <translation>task {number} of {total}</translation>
    </message>
    <message>
        <source>↩ 审核意见</source>
        <translation>↩ Reviewer’s comment</translation>
    </message>
    <message>
        <source>完成时限 {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>牵头 {units}</source>
        <translation>lead: {units}</translation>
    </message>
    <message>
        <source>配合 {units}</source>
        <translation>support: {units}</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>查找措辞、指标、进展…</source>
        <translation>Find wording, indicator, progress…</translation>
    </message>
    <message>
        <source>查找任务</source>
        <translation>Find a task</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>没有符合条件的任务。
换一个筛选，或清空查找。</source>
        <translation>No task matches.
Try another filter, or clear the search.</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>未填 {count}</source>
        <translation>To do {count}</translation>
    </message>
    <message>
        <source>定量 {count}</source>
        <translation>Figures {count}</translation>
    </message>
    <message>
        <source>已销号 {count}</source>
        <translation>Closed {count}</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Yellow</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>超出 {count} 字，打印不下</source>
        <translation>{count} over the printed limit</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>Length {count}</translation>
    </message>
    <message>
        <source>上期内容，按 Enter 采用</source>
        <translation>Last period&apos;s: Enter takes it</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>● 已导出第 {sequence} 次</source>
        <translation>● Exported no. {sequence}</translation>
    </message>
    <message>
        <source>{day}截止 · 还有 {count} 天</source>
        <translation>Due {day} · {count} d left</translation>
    </message>
    <message>
        <source>{day}截止 · 已过 {count} 天</source>
        <translation>Due {day} · {count} d ago</translation>
    </message>
    <message>
        <source>{day}截止</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>已填 {reported} / {total}</source>
        <translation>{reported} / {total} reported</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Checks</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>校验签过名的表</source>
        <translation>Check a signed workbook</translation>
    </message>
    <message>
        <source>看一份填报表、下达表或回执是不是签名时的样子、由谁签名。只看，不收入。</source>
        <translation>See whether a return, an assignment or a receipt is as it was signed, and by whom. It is only looked at, not taken in.</translation>
    </message>
    <message>
        <source>与原件逐格比较…</source>
        <translation>Compare cell by cell…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>把填报表拖到这里，或者写出路径、选择文件</source>
        <translation>Drop a return here, type its path, or choose a file</translation>
    </message>
    <message>
        <source>填报表的路径</source>
        <translation>Path of the return</translation>
    </message>
    <message>
        <source>文件路径</source>
        <translation>File path</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择填报表</source>
        <translation>Choose a return</translation>
    </message>
    <message>
        <source>填报表 (*.xlsx *.zip)</source>
        <translation>Returns (*.xlsx *.zip)</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>欢迎使用要点填报</source>
        <translation>Welcome to Yaodian</translation>
    </message>
    <message>
        <source>填报人</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>填报员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Unit name</translation>
    </message>
    <message>
        <source>示例区教育和体育局</source>
        <translation>Example District Education Bureau</translation>
    </message>
    <message>
        <source>单位代码</source>
        <translation>Unit code</translation>
    </message>
    <message>
        <source>上级名册里的代码，没有就不填</source>
        <translation>The code in your superior&apos;s register, if any</translation>
    </message>
    <message>
        <source>开始填报</source>
        <translation>Start reporting</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>从任务下达表开始…</source>
        <translation>Begin with an assignment…</translation>
    </message>
    <message>
        <source>上级单位用本程序下达了任务：打开它发来的文件，单位和任务都在里面。</source>
        <translation>The superior assigns with this program: open the file that it sent; the unit and its tasks stand in it.</translation>
    </message>
    <message>
        <source>按 Enter 确认每一项，两次就能开始。</source>
        <translation>Enter confirms each field: twice, and you can start.</translation>
    </message>
    <message>
        <source>正在建立…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>把工作要点变成任务，逐期填报进展，导出带签名的填报表。</source>
        <translation>Turns work points into tasks, takes their progress period by period, and exports signed returns.</translation>
    </message>
    <message>
        <source>填报人(&amp;P)</source>
        <translation>O&amp;perator</translation>
    </message>
    <message>
        <source>单位名称(&amp;U)</source>
        <translation>&amp;Unit name</translation>
    </message>
    <message>
        <source>单位代码(&amp;C)</source>
        <translation>Unit &amp;code</translation>
    </message>
    <message>
        <source>换一个文件…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>先审阅…</source>
        <translation>Review…</translation>
    </message>
    <message>
        <source>看看程序把文件拆成了哪些任务，不对的可以改。</source>
        <translation>See which tasks the document was split into, and correct them.</translation>
    </message>
    <message>
        <source>工作要点</source>
        <translation>Work points</translation>
    </message>
    <message>
        <source>现在为本单位生成签名身份，由您在这台电脑上的账户保护；导出的填报表都用它签名。</source>
        <translation>Your unit now gets a signing identity, protected by your account on this computer. Every return is signed with it.</translation>
    </message>
    <message>
        <source>签名身份</source>
        <translation>Signing identity</translation>
    </message>
    <message>
        <source>手工录入的工作要点</source>
        <translation>Work points typed by hand</translation>
    </message>
    <message>
        <source>济宁市教育局 2021 年工作要点</source>
        <translation>Jining Education Bureau, work points for 2021</translation>
    </message>
    <message>
        <source>随程序附带：济教字〔2021〕1号，20 目</source>
        <translation>Bundled: document no. 1 of 2021, 20 items</translation>
    </message>
    <message>
        <source>审阅工作要点…</source>
        <translation>Review the work points…</translation>
    </message>
    <message>
        <source>请填写填报人：每一处修改都记在这个名字下。</source>
        <translation>Please enter the operator: every change is kept under this name.</translation>
    </message>
    <message>
        <source>请填写单位名称：它会印在填报表上。</source>
        <translation>Please enter the unit&apos;s name: it is printed on the return.</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>撤回本期上报</source>
        <translation>Withdraw this return</translation>
    </message>
    <message>
        <source>撤回{period}的填报表</source>
        <translation>Withdraw the return of {period}</translation>
    </message>
    <message>
        <source>上级审核通过以前可以撤回：本期重新打开，改好后再导出的是下一次，表上写明代替哪一次。</source>
        <translation>Until the superior accepts it, it can be withdrawn: the period is open again, and the next return says which one it replaces.</translation>
    </message>
    <message>
        <source>撤回的原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>给上级单位的话</source>
        <translation>Words for the superior</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>复制给上级的话</source>
        <translation>Copy the words for the superior</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>{name}，{size}</source>
        <translation>{name}, {size}</translation>
    </message>
    <message>
        <source>移除{name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>移除（Delete），可以撤销</source>
        <translation>Remove (Delete); this can be undone</translation>
    </message>
    <message>
        <source>打开副本</source>
        <translation>Open a copy</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Enter 打开副本</source>
        <translation>Enter opens a copy</translation>
    </message>
    <message>
        <source>Enter 打开副本，Delete 移除</source>
        <translation>Enter opens a copy, Delete removes it</translation>
    </message>
</context>
<context>
    <name>_Facts</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>收表单位</source>
        <translation>For</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>签名时间（对方电脑）</source>
        <translation>Signed at (signer&apos;s clock)</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>数据校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>{period}，第 {sequence} 份</source>
        <translation>{period}, no. {sequence}</translation>
    </message>
    <message>
        <source>{unit}（{code}）</source>
        <translation>{unit} ({code})</translation>
    </message>
    <message>
        <source>{moment}&#x3000;▲ {ahead}</source>
        <translation>{moment}  ▲ {ahead}</translation>
    </message>
    <message>
        <source>yyyy年M月d日 HH:mm</source>
        <translation>d MMM yyyy HH:mm</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>选中的任务</source>
        <translation>Selected task</translation>
    </message>
    <message>
        <source>其他任务</source>
        <translation>Other tasks</translation>
    </message>
    <message>
        <source>没有归入任务</source>
        <translation>In no task</translation>
    </message>
    <message>
        <source>波浪线：存疑</source>
        <translation>Wavy line: in doubt</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>存疑之处</source>
        <translation>Doubts</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>变化</source>
        <translation>Changes</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>下一项任务</source>
        <translation>Next task</translation>
    </message>
    <message>
        <source>上一项任务</source>
        <translation>Previous task</translation>
    </message>
    <message>
        <source>下一项未填任务</source>
        <translation>Next task to do</translation>
    </message>
    <message>
        <source>查找任务</source>
        <translation>Find a task</translation>
    </message>
    <message>
        <source>采用上期内容</source>
        <translation>Take over last period</translation>
    </message>
    <message>
        <source>签批并导出…</source>
        <translation>Sign off and export…</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>校验一份填报表…</source>
        <translation>Verify a return…</translation>
    </message>
    <message>
        <source>打开或新建工作区…</source>
        <translation>Open or create a workspace…</translation>
    </message>
    <message>
        <source>工作要点…</source>
        <translation>Work points…</translation>
    </message>
    <message>
        <source>导入新版工作要点…</source>
        <translation>Import a new version of the work points…</translation>
    </message>
    <message>
        <source>签名身份…</source>
        <translation>Signing identity…</translation>
    </message>
    <message>
        <source>已确认的签名…</source>
        <translation>Confirmed signatures…</translation>
    </message>
    <message>
        <source>给下级单位下达…</source>
        <translation>Assign to subordinate units…</translation>
    </message>
    <message>
        <source>收下上级的文件…</source>
        <translation>Take in from the superior…</translation>
    </message>
    <message>
        <source>从 U 盘收下…</source>
        <translation>Take in from a stick…</translation>
    </message>
    <message>
        <source>撤回本期上报…</source>
        <translation>Withdraw this return…</translation>
    </message>
    <message>
        <source>更正本期…</source>
        <translation>Correct this period…</translation>
    </message>
    <message>
        <source>审核人必须签批</source>
        <translation>The reviewer must sign off</translation>
    </message>
    <message>
        <source>单位负责人必须签批</source>
        <translation>The head of unit must sign off</translation>
    </message>
    <message>
        <source>换填报人…</source>
        <translation>Change operator…</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关于要点填报</source>
        <translation>About Yaodian</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>按季</source>
        <translation>Quarterly</translation>
    </message>
    <message>
        <source>按半年</source>
        <translation>Half-yearly</translation>
    </message>
    <message>
        <source>全年</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>导出前的签批</source>
        <translation>Sign-offs before an export</translation>
    </message>
    <message>
        <source>填报周期</source>
        <translation>Reporting cycle</translation>
    </message>
    <message>
        <source>语言 / Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <source>要点填报</source>
        <translation>Yaodian</translation>
    </message>
</context>
<context>
    <name>assign</name>
    <message>
        <source>各单位相同</source>
        <translation>same for all</translation>
    </message>
    <message>
        <source>没有本程序，用空白填报表</source>
        <translation>Without the program: fills in blank forms</translation>
    </message>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>已下达第 {version} 版（{day}）</source>
        <translation>Version {version} was issued ({day})</translation>
    </message>
    <message>
        <source>百分比和上限不分解：每个单位都是目标值本身，也可以另填一个。</source>
        <translation>Percentages and ceilings are not divided: each unit has the target itself, or another one that is typed here.</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>#</translation>
    </message>
    <message>
        <source>工作任务、指标</source>
        <translation>Tasks, targets</translation>
    </message>
    <message>
        <source>目标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>已分解</source>
        <translation>Divided</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Remainder</translation>
    </message>
</context>
<context>
    <name>assign_command</name>
    <message>
        <source>下达：给每个下级单位写一份签名的任务下达表</source>
        <translation>assign: write a signed assignment for each subordinate unit</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>写到哪里，没有就新建</source>
        <translation>where to write; made if it is not there</translation>
    </message>
    <message>
        <source>名录</source>
        <translation>TABLE</translation>
    </message>
    <message>
        <source>先导入单位名录（.xlsx、.csv、.txt）</source>
        <translation>take in a directory of units first (.xlsx, .csv, .txt)</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>BASIS</translation>
    </message>
    <message>
        <source>还没有分解的指标怎么分：equal 平均，或名录里一列的名称</source>
        <translation>how to share targets not shared yet: equal, or the name of a column of the directory</translation>
    </message>
    <message>
        <source>填报周期：month 月，quarter 季，half 半年，year 年</source>
        <translation>how often units report: month, quarter, half, year</translation>
    </message>
    <message>
        <source>要求签批：reviewer 审核人，unit_head 单位负责人</source>
        <translation>sign-offs demanded: reviewer, unit_head</translation>
    </message>
    <message>
        <source>下达单位的联系人和电话</source>
        <translation>whom units can ask, with telephone</translation>
    </message>
    <message>
        <source>没有变化的也重新写一份（版本不变）</source>
        <translation>also write what did not change, with its version</translation>
    </message>
    <message>
        <source>{unit}：第 {version} 版 {file}</source>
        <translation>{unit}: version {version} {file}</translation>
    </message>
    <message>
        <source>没有变化，没有写出文件。</source>
        <translation>Nothing changed; no file was written.</translation>
    </message>
    <message>
        <source>{unit}：还没有任务</source>
        <translation>{unit}: no tasks yet</translation>
    </message>
    <message>
        <source>分解表有 {count} 处要看一看，见窗口的“下达”页。</source>
        <translation>To look at in the grid: {count}. See the page “Assign” of the window.</translation>
    </message>
</context>
<context>
    <name>assignment_changes</name>
    <message>
        <source>≈ {before} → {after}</source>
        <translation>≈ {before} → {after}</translation>
    </message>
    <message>
        <source>＋ {task}</source>
        <translation>+ {task}</translation>
    </message>
    <message>
        <source>－ {task}（填过的内容留在记录里）</source>
        <translation>− {task} (its records are kept)</translation>
    </message>
    <message>
        <source>－ {task}</source>
        <translation>− {task}</translation>
    </message>
    <message>
        <source>◆ {task}：{name} {before} → {after}</source>
        <translation>◆ {task}: {name} {before} → {after}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>blank_form</name>
    <message>
        <source>{cell}：{problem}</source>
        <translation>{cell}: {problem}</translation>
    </message>
    <message>
        <source>{sentence}（写的是“{text}”）</source>
        <translation>{sentence} (it says “{text}”)</translation>
    </message>
    <message>
        <source>不是数字</source>
        <translation>not a number</translation>
    </message>
    <message>
        <source>数字里的逗号或空格位置不对</source>
        <translation>a comma or a blank in the number that does not part thousands</translation>
    </message>
    <message>
        <source>数字后面的单位与指标的不同</source>
        <translation>another unit of measure than the indicator&apos;s stands behind the number</translation>
    </message>
    <message>
        <source>数字的位数太多</source>
        <translation>the number has too many digits</translation>
    </message>
    <message>
        <source>数字小于零</source>
        <translation>the number is below zero</translation>
    </message>
    <message>
        <source>写了“无数据”，没有写原因</source>
        <translation>it says that there are no data, but not why</translation>
    </message>
    <message>
        <source>进展状态不是下拉框里的词</source>
        <translation>the status is none of the words in the list</translation>
    </message>
    <message>
        <source>字数太多</source>
        <translation>the text is too long</translation>
    </message>
    <message>
        <source>看不出是第几次填报</source>
        <translation>which return of its period this is can&apos;t be told</translation>
    </message>
    <message>
        <source>填报日期没有写，或者不是日期</source>
        <translation>the date is missing, or is none</translation>
    </message>
    <message>
        <source>公式没有算出结果</source>
        <translation>the formula has no result</translation>
    </message>
    <message>
        <source>与旁边的格子合并了，看不出属于哪一行</source>
        <translation>merged with its neighbours: which row it belongs to can&apos;t be told</translation>
    </message>
    <message>
        <source>这里不该有内容</source>
        <translation>nothing may stand here</translation>
    </message>
    <message>
        <source>这一行的任务编号已经出现过</source>
        <translation>the task of this row stands in another row already</translation>
    </message>
    <message>
        <source>表上预先印好的内容改动过，例如删了行、改了目标</source>
        <translation>what was printed on the form was changed: a row is missing, for instance, or a target is another</translation>
    </message>
    <message>
        <source>文件里没有“表号”这一行，不是要点填报发出的手填表。</source>
        <translation>The file has no line with a form number: it is no form that this program sent out.</translation>
    </message>
    <message>
        <source>它用的是这个版本不认识的手填表格式，可能来自更新的程序。</source>
        <translation>It is a form of a version that this program doesn&apos;t know, perhaps of a newer one.</translation>
    </message>
    <message>
        <source>手填表缺了一栏，或者有一栏出现了两次。</source>
        <translation>A column of the form is missing or stands there twice.</translation>
    </message>
    <message>
        <source>这不是一份能读的手填表</source>
        <translation>This is no form that can be read</translation>
    </message>
    <message>
        <source>请单位用下发的手填表重新填写，只填黄色的格子，存成 .xlsx 发来。</source>
        <translation>Ask the unit to fill in the form that it was sent, the yellow cells only, and to send it as .xlsx.</translation>
    </message>
</context>
<context>
    <name>collect</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>○ 未报</source>
        <translation>○ Not yet</translation>
    </message>
    <message>
        <source>■ 逾期未报</source>
        <translation>■ Overdue</translation>
    </message>
    <message>
        <source>◔ 待审核</source>
        <translation>◔ To review</translation>
    </message>
    <message>
        <source>↩ 退回修改</source>
        <translation>↩ Sent back</translation>
    </message>
    <message>
        <source>● 已通过</source>
        <translation>● Accepted</translation>
    </message>
    <message>
        <source>{state}（手填）</source>
        <translation>{state} (by hand)</translation>
    </message>
    <message>
        <source>{state}（迟报）</source>
        <translation>{state} (late)</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source>一季度</source>
        <translation>Q1</translation>
    </message>
    <message>
        <source>二季度</source>
        <translation>Q2</translation>
    </message>
    <message>
        <source>三季度</source>
        <translation>Q3</translation>
    </message>
    <message>
        <source>四季度</source>
        <translation>Q4</translation>
    </message>
    <message>
        <source>上半年</source>
        <translation>First half</translation>
    </message>
    <message>
        <source>下半年</source>
        <translation>Second half</translation>
    </message>
</context>
<context>
    <name>collect_command</name>
    <message>
        <source>收表：校验并收取下级单位的进展填报表</source>
        <translation>collect: verify and take in the returns of subordinate units</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>文件夹、压缩包或文件，可以有几个</source>
        <translation>folders, zips or files</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>PERIOD</translation>
    </message>
    <message>
        <source>只收这一期，如 2021-Q2；不写就收全年各期</source>
        <translation>only this period, such as 2021-Q2; else all of the year</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>FINGERPRINT</translation>
    </message>
    <message>
        <source>确认签名的指纹（已在电话里或当面核对过），可以写几次</source>
        <translation>confirm signers of this fingerprint, compared on the phone or in person; may be repeated</translation>
    </message>
    <message>
        <source>手填的空白表也收</source>
        <translation>take forms filled by hand too</translation>
    </message>
    <message>
        <source>没有任何提示的，直接审核通过</source>
        <translation>accept those on which nothing was found</translation>
    </message>
    <message>
        <source>汇总表</source>
        <translation>SUMMARY</translation>
    </message>
    <message>
        <source>收完写一份汇总表（.xlsx）</source>
        <translation>write a summary workbook afterwards (.xlsx)</translation>
    </message>
    <message>
        <source>审核通过 {count}</source>
        <translation>Accepted: {count}</translation>
    </message>
    <message>
        <source>汇总表：{file}</source>
        <translation>Summary: {file}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>参数</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>显示这份说明</source>
        <translation>show this help</translation>
    </message>
    <message>
        <source>用法：</source>
        <translation>Usage:</translation>
    </message>
    <message>
        <source>界面语言：zh 中文，en 英文</source>
        <translation>language: zh for Chinese, en for English</translation>
    </message>
    <message>
        <source>打开的文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>工作区、任务下达表、审核回执或填报表；双击文件时就是它</source>
        <translation>a workspace, an assignment, a receipt or a return; what a double click names</translation>
    </message>
    <message>
        <source>要点填报：把工作要点变成任务，逐期填报进展，导出签名的填报表。</source>
        <translation>Yaodian turns work points into tasks, takes their progress period by period, and exports signed returns.</translation>
    </message>
    <message>
        <source>不带参数运行就打开窗口。各命令的用法：main.py 命令 --help</source>
        <translation>Without arguments the window opens. Help on a command: main.py COMMAND --help</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>打开这个工作区；没有就新建</source>
        <translation>open this workspace; it is created if it doesn&apos;t exist</translation>
    </message>
    <message>
        <source>外观：light 浅色，dark 深色，system 跟随系统</source>
        <translation>appearance: light, dark, or system to follow the system</translation>
    </message>
    <message>
        <source>显示版本号</source>
        <translation>show the version</translation>
    </message>
    <message>
        <source>缺少参数：{what}</source>
        <translation>Missing arguments: {what}</translation>
    </message>
    <message>
        <source>不认识的参数：{what}</source>
        <translation>Unknown arguments: {what}</translation>
    </message>
    <message>
        <source>{what} 只能是：{rest}</source>
        <translation>{what} must be one of: {rest}</translation>
    </message>
    <message>
        <source>{what} 后面缺少内容</source>
        <translation>Something is missing after {what}</translation>
    </message>
    <message>
        <source>{what} 的值不对：{rest}</source>
        <translation>Wrong value for {what}: {rest}</translation>
    </message>
    <message>
        <source>参数有误：{what}</source>
        <translation>Wrong arguments: {what}</translation>
    </message>
</context>
<context>
    <name>demo_command</name>
    <message>
        <source>演示：自动走一遍填报、导出和校验，留下截图和填报表</source>
        <translation>demonstration: reports, exports and verifies by itself, and leaves pictures and the return</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>放截图、填报表和 demo.json 的文件夹，没有就新建</source>
        <translation>folder for the pictures, the return and demo.json; it is created if it doesn&apos;t exist</translation>
    </message>
    <message>
        <source>外观：light 浅色，dark 深色</source>
        <translation>appearance: light or dark</translation>
    </message>
    <message>
        <source>不开窗口，演一年：一个市、14 个县级单位、3 所学校，逐季上报、收表、审核、汇总</source>
        <translation>no windows: play a year of a city, 14 county-level units and 3 schools, each quarter reported, collected, reviewed, summed up</translation>
    </message>
    <message>
        <source>和 --tree 一起：以 JSON 打印结果</source>
        <translation>with --tree: print the result as JSON</translation>
    </message>
    <message>
        <source>在屏幕上看着它做</source>
        <translation>watch it on the screen</translation>
    </message>
    <message>
        <source>演示没有走通：{reason}</source>
        <translation>The demonstration failed: {reason}</translation>
    </message>
    <message>
        <source>演示走通了，用时 {seconds} 秒。填报表 {file}，数据校验码 {code}，截图 {count} 张。</source>
        <translation>The demonstration succeeded in {seconds} s. Return {file}, check code {code}, pictures: {count}.</translation>
    </message>
    <message>
        <source>文件夹里已有东西，请换一个空的文件夹。</source>
        <translation>There is something in the folder; choose an empty one.</translation>
    </message>
    <message>
        <source>一年演完了，用时 {seconds} 秒。各期汇总表、通报和 demo.json 在 {folder}。</source>
        <translation>The year is played ({seconds} s). Summaries, bulletins and demo.json are in {folder}.</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>怎么办：</source>
        <translation>What to do: </translation>
    </message>
</context>
<context>
    <name>directory</name>
    <message>
        <source>在这里写新单位的名称</source>
        <translation>Type a new unit here</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>用本程序</source>
        <translation>program</translation>
    </message>
    <message>
        <source>手填</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>填报方式</source>
        <translation>Reports by</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>看不出是哪一年的要点，时限没有换算成日期</source>
        <translation>It isn&apos;t clear which year they are for, so deadlines were not turned into dates</translation>
    </message>
    <message>
        <source>“{text}”前面缺编号{missing}</source>
        <translation>Number {missing} is missing before “{text}”</translation>
    </message>
    <message>
        <source>编号 {number} 出现了两次：“{text}”</source>
        <translation>Number {number} occurs twice: “{text}”</translation>
    </message>
    <message>
        <source>这段话没有归入任务：“{text}”</source>
        <translation>This passage is in no task: “{text}”</translation>
    </message>
    <message>
        <source>“{text}”也许是单独一项任务</source>
        <translation>“{text}” may be a task of its own</translation>
    </message>
    <message>
        <source>“{text}”也许应并入前一项任务</source>
        <translation>“{text}” may belong to the task before</translation>
    </message>
    <message>
        <source>“{text}”没有当作指标</source>
        <translation>“{text}” was not taken for an indicator</translation>
    </message>
    <message>
        <source>“{text}”当作了指标，名称拿不准</source>
        <translation>“{text}” was taken for an indicator; its name is uncertain</translation>
    </message>
    <message>
        <source>“{text}”当作了指标，但原文说的不是准数</source>
        <translation>“{text}” was taken as a target, but the document gives no exact figure</translation>
    </message>
    <message>
        <source>“{text}”是一个范围，目标值只取了一头</source>
        <translation>“{text}” is a range; only one end was taken as the target</translation>
    </message>
    <message>
        <source>“{text}”是人均、校均一类的数，没有乘成总数</source>
        <translation>“{text}” is an average for each person or school; it was not multiplied</translation>
    </message>
    <message>
        <source>“{text}”是每个周期的数还是全年的数，拿不准</source>
        <translation>It is not certain whether “{text}” is for each period or for the year</translation>
    </message>
    <message>
        <source>“{text}”没写单位，单位是推断的</source>
        <translation>“{text}” states no unit of measure; it was inferred</translation>
    </message>
    <message>
        <source>“{text}”换算成了百分比</source>
        <translation>“{text}” was turned into a percentage</translation>
    </message>
    <message>
        <source>“{text}”是列举的总数，当作了指标</source>
        <translation>“{text}” is how many are listed; it was taken as a target</translation>
    </message>
    <message>
        <source>“{text}”当作了指标，也许只是名称里的数</source>
        <translation>“{text}” was taken as a target, but may be part of a name</translation>
    </message>
    <message>
        <source>“{text}”当作了上限，原文没说要高还是要低</source>
        <translation>“{text}” was taken as a ceiling; the document does not say which side is wanted</translation>
    </message>
    <message>
        <source>“{text}”写得不连贯，当作了一个数</source>
        <translation>“{text}” is written with gaps; it was taken as one number</translation>
    </message>
    <message>
        <source>“{text}”是每校、每人的数，没有当作指标</source>
        <translation>“{text}” is for each school or person; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”的周期一年有几次说不准，没有当作指标</source>
        <translation>How often “{text}” recurs in a year is not certain; it was not taken as a target</translation>
    </message>
    <message>
        <source>括号里的“{text}”没有当作指标</source>
        <translation>“{text}” in brackets was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”没有认得的单位，没有当作指标</source>
        <translation>“{text}” has no known unit of measure; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”是比，没有当作指标</source>
        <translation>“{text}” is a ratio; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”化不成整齐的百分比，没有当作指标</source>
        <translation>“{text}” is no even percentage; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”没说从多少算起，没有当作指标</source>
        <translation>“{text}” does not say from what; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”像是项目的规模，没有当作指标</source>
        <translation>“{text}” looks like the size of a project; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”像是依据的标准，没有当作指标</source>
        <translation>“{text}” looks like a rule to go by; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”像是原有的总数，没有当作指标</source>
        <translation>“{text}” looks like how many there are; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”也许只是名称里的数，没有当作指标</source>
        <translation>“{text}” may be part of a name; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”看不出是多少，没有当作指标</source>
        <translation>It cannot be told how much “{text}” is; it was not taken as a target</translation>
    </message>
    <message>
        <source>“{text}”像是责任单位，但没有写明</source>
        <translation>“{text}” looks like a responsible unit, but isn&apos;t stated as one</translation>
    </message>
    <message>
        <source>时限“{text}”说不准是哪一天</source>
        <translation>Which day the deadline “{text}” means is uncertain</translation>
    </message>
    <message>
        <source>请填上年份。</source>
        <translation>Please enter the year.</translation>
    </message>
    <message>
        <source>请对照原文，看是不是漏了内容。</source>
        <translation>Please compare with the document: something may be missing.</translation>
    </message>
    <message>
        <source>请对照原文，看是不是编号有误。</source>
        <translation>Please compare with the document: a number may be wrong.</translation>
    </message>
    <message>
        <source>是工作任务的，请增加为任务；不是的，不用管它。</source>
        <translation>If it is a task, make it one; if not, leave it.</translation>
    </message>
    <message>
        <source>里面有工作任务的，请增加为任务，或者把那张表单独另存，再读一次。</source>
        <translation>If it holds tasks, add them, or save that table by itself and read it again.</translation>
    </message>
    <message>
        <source>请用 Excel 或 WPS 打开原件，保存一次，再读一次。</source>
        <translation>Open the original in Excel or WPS, save it once, and read it again.</translation>
    </message>
    <message>
        <source>还有用的，请在原件里取消隐藏，再读一次。</source>
        <translation>If it is still wanted, unhide it in the original and read that again.</translation>
    </message>
    <message>
        <source>请对照原件检查；有 Word 或 Excel 原件的，改读原件更准确。</source>
        <translation>Please compare with the original; reading the Word or Excel original is more exact, if there is one.</translation>
    </message>
    <message>
        <source>写有时限“{text}”，现在按 {taken} 算</source>
        <translation>There is the deadline “{text}”; {taken} was taken</translation>
    </message>
    <message>
        <source>时限“{text}”没有写明日期，也许是 {proposed}</source>
        <translation>“{text}” states no day; {proposed} is likely</translation>
    </message>
    <message>
        <source>工作表“{sheet}”像是往年的或者样表，没有读取</source>
        <translation>Sheet “{sheet}” looks like an earlier year&apos;s or a sample; it was not read</translation>
    </message>
    <message>
        <source>工作表“{sheet}”里的任务在别的工作表里已经有了，没有重复读取</source>
        <translation>The tasks on sheet “{sheet}” stand on other sheets already; they were not read twice</translation>
    </message>
    <message>
        <source>工作表“{sheet}”不是任务表，没有读取</source>
        <translation>Sheet “{sheet}” is no table of tasks; it was not read</translation>
    </message>
    <message>
        <source>有一张表没有当作任务表读取：“{text}”</source>
        <translation>A table was not read as one of tasks: “{text}”</translation>
    </message>
    <message>
        <source>工作表“{sheet}”的 {place} 是公式，没有存下结果，没有读取</source>
        <translation>On sheet “{sheet}”, {place} are formulas without a stored result; they were not read</translation>
    </message>
    <message>
        <source>工作表“{sheet}”第 {place} 行是隐藏的，没有读取：“{text}”</source>
        <translation>On sheet “{sheet}”, row {place} is hidden and was not read: “{text}”</translation>
    </message>
    <message>
        <source>工作表“{sheet}”的 {place} 列是隐藏的，没有读取：“{text}”</source>
        <translation>On sheet “{sheet}”, column {place} is hidden and was not read: “{text}”</translation>
    </message>
    <message>
        <source>工作表“{sheet}”是隐藏的，没有读取</source>
        <translation>Sheet “{sheet}” is hidden and was not read</translation>
    </message>
    <message>
        <source>第 {place} 页分栏排印，文字的先后也许有误</source>
        <translation>Page {place} is set in columns; its text may be out of order</translation>
    </message>
    <message>
        <source>第 {place} 页的表格是按表格线还原的</source>
        <translation>The table on page {place} was put together from the lines around its cells</translation>
    </message>
    <message>
        <source>这张表没有表格线，是当作文字读取的：“{text}”</source>
        <translation>This table has no lines around its cells and was read as text: “{text}”</translation>
    </message>
    <message>
        <source>要分给别人办的，就从这里拆分。</source>
        <translation>If somebody else is to do it, split here.</translation>
    </message>
    <message>
        <source>由同一个人办的，就与前一项合并。</source>
        <translation>If the same person does it, merge it with the one before.</translation>
    </message>
    <message>
        <source>要考核这个数的，请增加指标。</source>
        <translation>If this figure is to be judged, add an indicator.</translation>
    </message>
    <message>
        <source>请看指标的名称和数值，不对的改过来。</source>
        <translation>Please check the indicator&apos;s name and target, and correct them.</translation>
    </message>
    <message>
        <source>是责任单位的，请填到牵头单位和配合单位里。</source>
        <translation>If it is responsible, enter it under lead or support.</translation>
    </message>
    <message>
        <source>请定下完成时限。</source>
        <translation>Please decide on the due date.</translation>
    </message>
</context>
<context>
    <name>examination</name>
    <message>
        <source>这是草稿，不是正式的填报表</source>
        <translation>This is a draft, not a final return</translation>
    </message>
    <message>
        <source>内容没有被改动，但单位还没有按要求签批；草稿只供核对，不能收入。</source>
        <translation>Nothing in it was altered, but the unit has not signed it off as demanded; a draft is only for looking at and cannot be taken in.</translation>
    </message>
    <message>
        <source>请单位完成签批后导出正式的填报表。</source>
        <translation>Please have the unit complete the sign-offs and export the final return.</translation>
    </message>
    <message>
        <source>填报表没有改动，佐证材料被改动过</source>
        <translation>The return is unaltered, its evidence is not</translation>
    </message>
    <message>
        <source>旁边的文件不是签名时附上的那一份，不能作为依据。</source>
        <translation>A file beside it is not the one that was attached when it was signed; it proves nothing.</translation>
    </message>
    <message>
        <source>请对方把整个文件夹或压缩包原样再发一次。</source>
        <translation>Please ask for the whole folder or zip again, as it was exported.</translation>
    </message>
    <message>
        <source>有 {count} 个佐证材料不在旁边。</source>
        <translation>Evidence files that are not beside it: {count}.</translation>
    </message>
    <message>
        <source>旁边另有 {count} 个没有列出的文件。</source>
        <translation>Files beside it that it does not list: {count}.</translation>
    </message>
    <message>
        <source>文件的包装被别的程序重写过，或者夹带了别的内容</source>
        <translation>The file&apos;s package was rewritten by another program, or something was put into it</translation>
    </message>
    <message>
        <source>签名本身不完整，或者被改动过</source>
        <translation>The signature itself is incomplete or was altered</translation>
    </message>
    <message>
        <source>{where}不是本程序写出来的样子</source>
        <translation>{where} is not as this program writes it</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>The sheet</translation>
    </message>
    <message>
        <source>文件属性</source>
        <translation>The file&apos;s properties</translation>
    </message>
    <message>
        <source>文件的内部目录</source>
        <translation>The file&apos;s inner directory</translation>
    </message>
    <message>
        <source>表格里的文字</source>
        <translation>The text in the sheet</translation>
    </message>
    <message>
        <source>表格的格式</source>
        <translation>The formats of the sheet</translation>
    </message>
    <message>
        <source>工作簿设置</source>
        <translation>The workbook&apos;s settings</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>The colour theme</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>The file</translation>
    </message>
    <message>
        <source>部件 {where} </source>
        <translation>Part {where}</translation>
    </message>
    <message>
        <source>签名有效，文件没有改动</source>
        <translation>The signature is valid, the file is unaltered</translation>
    </message>
    <message>
        <source>从签名到现在，表里一个字都没有变，签名人也对得上。</source>
        <translation>Not a character has changed since it was signed, and the signer is the expected one.</translation>
    </message>
    <message>
        <source>可以放心使用。</source>
        <translation>You can rely on it.</translation>
    </message>
    <message>
        <source>文件没有改动，签名人还没有核对</source>
        <translation>The file is unaltered, the signer is not confirmed yet</translation>
    </message>
    <message>
        <source>从签名到现在，表里一个字都没有变；只是还没有人核对过这个签名是谁的。</source>
        <translation>Not a character has changed since it was signed; only nobody has checked yet whose signature it is.</translation>
    </message>
    <message>
        <source>打电话与对方核对下面的指纹，一致就可以相信。</source>
        <translation>Compare the fingerprint below with the signer by telephone; if it matches, you can trust it.</translation>
    </message>
    <message>
        <source>签名人不是预期的那一位</source>
        <translation>The signer is not the expected one</translation>
    </message>
    <message>
        <source>文件完好，但签名的指纹与预期的不同：可能换了电脑，也可能是别人代签。</source>
        <translation>The file is intact, but its fingerprint is not the expected one: a new computer, or somebody else signed.</translation>
    </message>
    <message>
        <source>打电话核对指纹；不一致，请对方重新导出。</source>
        <translation>Compare the fingerprint by telephone; if it differs, ask for a new export.</translation>
    </message>
    <message>
        <source>文件在签名之后被改动过</source>
        <translation>The file was altered after it was signed</translation>
    </message>
    <message>
        <source>它已经不是签名时的样子，里面的数字和文字不能采信。</source>
        <translation>It is no longer what was signed; its figures and texts can&apos;t be relied on.</translation>
    </message>
    <message>
        <source>请对方重新导出，把原文件发来；不要用 Excel 或 WPS 另存。</source>
        <translation>Ask for a new export and for the original file, not one saved again in Excel or WPS.</translation>
    </message>
    <message>
        <source>文件没有签名</source>
        <translation>The file is not signed</translation>
    </message>
    <message>
        <source>它从来没有签过名，或者被别的程序另存过，签名就丢了。</source>
        <translation>It never was, or another program saved it again and lost the signature.</translation>
    </message>
    <message>
        <source>请对方用要点填报导出，把原文件发来；不要另存。</source>
        <translation>Ask for an export from Yaodian and for the original file, not one saved again.</translation>
    </message>
    <message>
        <source>{kind}：{happened}</source>
        <translation>{kind}: {happened}</translation>
    </message>
    <message>
        <source>{kind}（第 {number} 版）</source>
        <translation>{kind} (version {number})</translation>
    </message>
    <message>
        <source>{kind}（{decision}）</source>
        <translation>{kind} ({decision})</translation>
    </message>
    <message>
        <source>比这台电脑现在的时间还晚，有一台的日期不对</source>
        <translation>ahead of this computer&apos;s clock: one of the two is wrong</translation>
    </message>
    <message>
        <source>这是手填表，没有签名</source>
        <translation>This is a form filled by hand; it is not signed</translation>
    </message>
    <message>
        <source>手填表给没有装本程序的单位用，不签名，所以校验不出有没有改动、是谁填的。</source>
        <translation>Such forms are for units without the program. They are not signed, so neither changes nor who filled them in can be found out.</translation>
    </message>
    <message>
        <source>收表时由人核对，确认以后才收入；有疑问，打电话问填表的人。</source>
        <translation>When returns are collected, a person looks at it and confirms it before it is taken in; in doubt, telephone whoever filled it in.</translation>
    </message>
    <message>
        <source>填报表有效，列出的佐证材料不齐</source>
        <translation>The return is valid; not all of its evidence is there</translation>
    </message>
    <message>
        <source>从签名到现在，表里一个字都没有变，签名人也对得上；缺的材料没有核对过。</source>
        <translation>Nothing on the sheet has changed since it was signed, and the signer is the one who is known. What is missing was not checked.</translation>
    </message>
    <message>
        <source>数字可以使用；请对方把佐证材料补来，与填报表放在一起再校验。</source>
        <translation>The figures can be used. Ask for the missing evidence, put it beside the return and verify again.</translation>
    </message>
    <message>
        <source>写的是本单位，签名却不是本单位的</source>
        <translation>It names this unit, but this unit did not sign it</translation>
    </message>
    <message>
        <source>文件完好，但签名的指纹与本单位的不同：有人冒用本单位的名称，或者是在别的电脑上另建的签名。</source>
        <translation>The file is whole, but the signature&apos;s fingerprint is not this unit&apos;s: somebody uses its name, or another signature was made on another computer.</translation>
    </message>
    <message>
        <source>不要采信，也不要上报；请查清文件的来历。真是本单位在别处签的，请把那里的签名身份导入到这里。</source>
        <translation>Do not rely on it or hand it in; find out where it comes from. If this unit did sign it elsewhere, import the signing identity from there.</translation>
    </message>
    <message>
        <source>文件大得不像要点填报的表，没有打开</source>
        <translation>The file is too large to be one of this program; it was not opened</translation>
    </message>
    <message>
        <source>这不是要点填报的表</source>
        <translation>This is no workbook of this program</translation>
    </message>
    <message>
        <source>文件里没有填报表、下达表或回执的内容，程序没有打开它。</source>
        <translation>The file holds nothing of a return, an assignment or a receipt; the program did not open it.</translation>
    </message>
    <message>
        <source>请确认选对了文件：要点填报导出的 .xlsx。</source>
        <translation>Please check that it is the right file: an .xlsx exported from Yaodian.</translation>
    </message>
    <message>
        <source>文件残缺，读不出来</source>
        <translation>The file is incomplete and can&apos;t be read</translation>
    </message>
    <message>
        <source>复制或传送时断了一截，里面的内容不全。</source>
        <translation>Part of it was lost when it was copied or sent.</translation>
    </message>
    <message>
        <source>请重新复制一次；还不行，请对方再发一份。</source>
        <translation>Please copy it again; if that doesn&apos;t help, ask for it to be sent again.</translation>
    </message>
    <message>
        <source>签名已经撤销，不予采信</source>
        <translation>The signature was revoked and is not accepted</translation>
    </message>
    <message>
        <source>文件没有改动，但这个签名已在“已确认的签名”里撤销，例如因为密钥遗失或被盗。</source>
        <translation>The file is unaltered, but this signature was revoked in “Confirmed signatures”, for example because the key was lost or stolen.</translation>
    </message>
    <message>
        <source>请对方用现在的签名重新导出。</source>
        <translation>Please ask the unit to export it again with its present signature.</translation>
    </message>
    <message>
        <source>（{where}）</source>
        <translation> ({where})</translation>
    </message>
    <message>
        <source>表上印的指纹是 {stated}，签名人的是 {actual}</source>
        <translation>The sheet states the fingerprint {stated}, the signer&apos;s is {actual}</translation>
    </message>
    <message>
        <source>表上的单位代码是 {stated}，签名人的是 {actual}</source>
        <translation>The sheet states the unit code {stated}, the signer&apos;s is {actual}</translation>
    </message>
    <message>
        <source>数据被改过：表上的校验码是 {stated}，按数据算应是 {actual}</source>
        <translation>Data were altered: the sheet states the check code {stated}, its data give {actual}</translation>
    </message>
    <message>
        <source>数据与校验码 {stated} 仍然一致，改动在数据以外，但签名已经失效</source>
        <translation>The data still match the check code {stated}; something else was altered, and the signature no longer holds</translation>
    </message>
    <message>
        <source>手填表不签名</source>
        <translation>A form filled by hand is not signed</translation>
    </message>
    <message>
        <source>表上标着“草稿”：还没有按要求签批</source>
        <translation>the sheet is marked as a draft: it has not been signed off as demanded</translation>
    </message>
    <message>
        <source>佐证材料“{name}”被改动过</source>
        <translation>the evidence file “{name}” has been altered</translation>
    </message>
    <message>
        <source>没有找到佐证材料“{name}”</source>
        <translation>the evidence file “{name}” was not found</translation>
    </message>
    <message>
        <source>“{name}”不在填报表列出的佐证材料里</source>
        <translation>“{name}” is not among the evidence that the return lists</translation>
    </message>
    <message>
        <source>它不是 Excel 工作簿</source>
        <translation>It is not an Excel workbook</translation>
    </message>
    <message>
        <source>文件少了一截</source>
        <translation>Part of the file is missing</translation>
    </message>
    <message>
        <source>文件里有一部分读出来与存进去的不同</source>
        <translation>Part of the file reads back differently from how it was stored</translation>
    </message>
    <message>
        <source>文件里有一部分解不开</source>
        <translation>Part of the file can&apos;t be unpacked</translation>
    </message>
    <message>
        <source>文件加了密码，读不到内容</source>
        <translation>The file has a password and can&apos;t be read</translation>
    </message>
    <message>
        <source>文件里没有签名</source>
        <translation>There is no signature in the file</translation>
    </message>
    <message>
        <source>除了单位的签名，还有另一个签名</source>
        <translation>There is another signature beside the unit&apos;s</translation>
    </message>
    <message>
        <source>文件里有指向外部的链接</source>
        <translation>There are links to the outside in the file</translation>
    </message>
    <message>
        <source>签名证书不是本程序接受的那一种</source>
        <translation>the signing certificate is of a kind that this program does not accept</translation>
    </message>
    <message>
        <source>签名与签名人的密钥对不上</source>
        <translation>The signature doesn&apos;t match the signer&apos;s key</translation>
    </message>
    <message>
        <source>{where}在签名之后被改动</source>
        <translation>{where} was altered after signing</translation>
    </message>
    <message>
        <source>{where}在签名之后被删掉</source>
        <translation>{where} was removed after signing</translation>
    </message>
    <message>
        <source>{where}不在签名范围内，是后来加进去的</source>
        <translation>{where} is not covered by the signature: it was added later</translation>
    </message>
    <message>
        <source>文件的内部目录在签名之后被改动</source>
        <translation>The file&apos;s inner directory was altered after signing</translation>
    </message>
    <message>
        <source>签名的时间不在证书的有效期内</source>
        <translation>The signing time lies outside the certificate&apos;s validity</translation>
    </message>
    <message>
        <source>还没有人核对过签名人的指纹</source>
        <translation>Nobody has confirmed the signer&apos;s fingerprint yet</translation>
    </message>
    <message>
        <source>签名人的指纹与预期的不同</source>
        <translation>The signer&apos;s fingerprint is not the expected one</translation>
    </message>
    <message>
        <source>这个签名已经撤销</source>
        <translation>this signature was revoked</translation>
    </message>
    <message>
        <source>程序没能看完这个文件，稳妥起见不予采信</source>
        <translation>The program could not examine all of the file and, to be safe, doesn&apos;t accept it</translation>
    </message>
</context>
<context>
    <name>exchange_command</name>
    <message>
        <source>工作区</source>
        <translation>WORKSPACE</translation>
    </message>
    <message>
        <source>工作区文件（.yaodian）</source>
        <translation>workspace file (.yaodian)</translation>
    </message>
    <message>
        <source>以 JSON 打印结果</source>
        <translation>print the result as JSON</translation>
    </message>
</context>
<context>
    <name>export_command</name>
    <message>
        <source>导出：签名的填报表、全部数据（CSV、JSON）、汇总表、通报</source>
        <translation>export: the signed return, all data (CSV, JSON), the summary, the bulletin</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>写到哪里，没有就新建</source>
        <translation>where to write; made if it is not there</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>WHAT</translation>
    </message>
    <message>
        <source>return 进展填报表，data 全部数据，summary 汇总表，bulletin 通报</source>
        <translation>return, data, summary or bulletin</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>填报人；不写就是最后填报的人</source>
        <translation>who fills in; else who typed last</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>PERIOD</translation>
    </message>
    <message>
        <source>哪一期，如 2021-Q2；不写就是当前期</source>
        <translation>which period, such as 2021-Q2; else the current one</translation>
    </message>
</context>
<context>
    <name>exported_folder</name>
    <message>
        <source>找不到导出的“{name}”</source>
        <translation>The exported “{name}” was not found</translation>
    </message>
    <message>
        <source>当时写在“{folder}”里，可能在 U 盘上，也可能后来移走了。</source>
        <translation>It was written to “{folder}”: perhaps on a USB stick, or it was moved since.</translation>
    </message>
    <message>
        <source>请插上 U 盘再试；要再出一份，请按“更正…”并写明原因。</source>
        <translation>Please plug the stick in and try again. For another return press Correct… and give the reason.</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>“{field}”有 {length} 个字，印在表上最多 {limit} 个</source>
        <translation>“{field}” has {length} characters; at most {limit} are printed</translation>
    </message>
    <message>
        <source>状态是已完成，累计 {value}{unit}，没有到目标 {target}{unit}</source>
        <translation>Status is Completed, but {value} {unit} is below the target of {target} {unit}</translation>
    </message>
    <message>
        <source>状态是未启动，累计 {value}{unit}，已经到了目标 {target}{unit}</source>
        <translation>Status is Not started, but {value} {unit} reaches the target of {target} {unit}</translation>
    </message>
    <message>
        <source>累计 {value}{unit}，比{period}的 {before}{unit} 少了</source>
        <translation>Cumulative {value} {unit} is less than the {before} {unit} of {period}</translation>
    </message>
    <message>
        <source>落后于序时进度，还没有写存在问题</source>
        <translation>Behind schedule, and no problems are described</translation>
    </message>
    <message>
        <source>填了累计数，还没有选进展状态</source>
        <translation>There is a figure, but no status yet</translation>
    </message>
    <message>
        <source>还有 {count} 项定量任务没有填报</source>
        <translation>Quantified tasks not reported yet: {count}</translation>
    </message>
    <message>
        <source>第 {item} 目 · {task}</source>
        <translation>Item {item} · {task}</translation>
    </message>
</context>
<context>
    <name>flags</name>
    <message>
        <source>累计完成比上期少：{before} → {now}</source>
        <translation>Less than last period: {before} → {now}</translation>
    </message>
    <message>
        <source>一期之内增加很多：{before} → {now}</source>
        <translation>A large step within one period: {before} → {now}</translation>
    </message>
    <message>
        <source>已达到目标，状态却是“未启动”</source>
        <translation>The target is reached, yet “Not started”</translation>
    </message>
    <message>
        <source>状态是“已完成”，累计完成却没有达到目标</source>
        <translation>“Completed”, yet below target</translation>
    </message>
    <message>
        <source>进展情况与上期一字不差</source>
        <translation>Same words as last period</translation>
    </message>
    <message>
        <source>进展情况与{unit}的相同</source>
        <translation>Same words as {unit}</translation>
    </message>
    <message>
        <source>佐证材料没有随表送来：{name}</source>
        <translation>Evidence did not come along: {name}</translation>
    </message>
    <message>
        <source>佐证材料与表上列的不符：{name}</source>
        <translation>Evidence is not the listed file: {name}</translation>
    </message>
    <message>
        <source>表上的目标是 {stated}，现在下达的是 {assigned}</source>
        <translation>Target on the sheet {stated}, assigned now {assigned}</translation>
    </message>
    <message>
        <source>什么都没有填</source>
        <translation>Nothing was said</translation>
    </message>
</context>
<context>
    <name>identity_command</name>
    <message>
        <source>签名身份：查看、导出到文件、从文件导入</source>
        <translation>the signing identity: show it, export it to a file, import it from one</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>ACTION</translation>
    </message>
    <message>
        <source>show 查看，export 导出，import 导入</source>
        <translation>show, export or import</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>导出到、导入自的 .identity 文件</source>
        <translation>the .identity file to write or to read</translation>
    </message>
    <message>
        <source>工作区</source>
        <translation>WORKSPACE</translation>
    </message>
    <message>
        <source>哪个工作区（.yaodian）</source>
        <translation>which workspace (.yaodian)</translation>
    </message>
    <message>
        <source>导入后也用文件的口令锁住；不写就由账户保护</source>
        <translation>lock it with the file&apos;s passphrase here, too, instead of the account</translation>
    </message>
    <message>
        <source>以 JSON 打印结果</source>
        <translation>print the result as JSON</translation>
    </message>
    <message>
        <source>{label}：{value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>这台电脑上的账户</source>
        <translation>the account on this computer</translation>
    </message>
    <message>
        <source>自建，不是《电子签名法》所说的认证证书</source>
        <translation>made here; no qualified certificate under the Electronic Signature Law</translation>
    </message>
    <message numerus="yes">
        <source>{day}（还有 %n 天）</source>
        <translation>
            <numerusform>{day} (%n day left)</numerusform>
            <numerusform>{day} (%n days left)</numerusform>
        </translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>保护方式</source>
        <translation>Protected by</translation>
    </message>
    <message>
        <source>证书</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>签名上写的是旧名称或旧代码，请在窗口的“签名身份”里改名。</source>
        <translation>It bears the unit&apos;s old name or code; rename the unit in the window&apos;s “Signing identity”.</translation>
    </message>
    <message>
        <source>请在窗口的“签名身份”里续期。</source>
        <translation>Renew it in the window&apos;s “Signing identity”.</translation>
    </message>
    <message>
        <source>给导出文件设的口令：</source>
        <translation>Passphrase for the exported file:</translation>
    </message>
    <message>
        <source>文件的口令：</source>
        <translation>The file&apos;s passphrase:</translation>
    </message>
    <message>
        <source>原来的签名另存为</source>
        <translation>The one before is kept as</translation>
    </message>
    <message>
        <source>现在的口令：</source>
        <translation>Present passphrase:</translation>
    </message>
</context>
<context>
    <name>identity_warning</name>
    <message>
        <source>本单位的签名已经过期</source>
        <translation>This unit&apos;s signature has expired</translation>
    </message>
    <message>
        <source>过期的签名不能再导出填报表，也担保不了新签名。</source>
        <translation>With an expired signature no return can be exported, and it cannot vouch for a new one.</translation>
    </message>
    <message>
        <source>请打开“签名身份”，点“遗失重建…”，再请上级核对新指纹。</source>
        <translation>Open “Signing identity”, press “Replace…”, and let your superior compare the new fingerprint.</translation>
    </message>
    <message>
        <source>到期以后不能再导出填报表；现在续期，新签名由旧密钥担保，上级不用打电话。</source>
        <translation>After that no return can be exported. Renewed now, the old key vouches for the new one and your superior need not telephone.</translation>
    </message>
    <message>
        <source>请打开“签名身份”，点“续期…”。</source>
        <translation>Open “Signing identity” and press “Renew…”.</translation>
    </message>
    <message>
        <source>打开签名身份…</source>
        <translation>Open it…</translation>
    </message>
</context>
<context>
    <name>lots</name>
    <message>
        <source>● 已收，待审核</source>
        <translation>● Taken in, to be reviewed</translation>
    </message>
    <message>
        <source>? 签名待确认</source>
        <translation>? Signer to confirm</translation>
    </message>
    <message>
        <source>! 签名不符</source>
        <translation>! Other signer</translation>
    </message>
    <message>
        <source>! 被改动过</source>
        <translation>! Altered</translation>
    </message>
    <message>
        <source>▲ 不是这一期</source>
        <translation>▲ Another period</translation>
    </message>
    <message>
        <source>○ 已有更新的</source>
        <translation>○ A later one is here</translation>
    </message>
    <message>
        <source>○ 已经收过</source>
        <translation>○ Here already</translation>
    </message>
    <message>
        <source>! 次数相同内容不同</source>
        <translation>! Same number, other content</translation>
    </message>
    <message>
        <source>▲ 不在名录里</source>
        <translation>▲ Not in the directory</translation>
    </message>
    <message>
        <source>▲ 依据的不是这份要点</source>
        <translation>▲ Another plan</translation>
    </message>
    <message>
        <source>? 手填表，待确认</source>
        <translation>? Filled by hand, to confirm</translation>
    </message>
    <message>
        <source>! 手填表有读不出的格</source>
        <translation>! Form with unreadable cells</translation>
    </message>
    <message>
        <source>▲ 是草稿</source>
        <translation>▲ A draft</translation>
    </message>
    <message>
        <source>○ 不是填报表</source>
        <translation>○ Not a return</translation>
    </message>
    <message>
        <source>! 文件损坏</source>
        <translation>! Damaged</translation>
    </message>
    <message>
        <source>! 打不开</source>
        <translation>! Can’t be read</translation>
    </message>
    <message>
        <source>签名有效，数据校验码相符，已经收入，等待审核。</source>
        <translation>The signature is valid and the check code fits. It was taken in and waits for review.</translation>
    </message>
    <message>
        <source>打开审核，通过或退回。</source>
        <translation>Open the review, then accept it or send it back.</translation>
    </message>
    <message>
        <source>文件完好，但还没有人确认过这个单位的签名，所以没有收入。</source>
        <translation>The file is sound, but nobody has confirmed this unit’s signature yet. It was not taken in.</translation>
    </message>
    <message>
        <source>打电话核对指纹，一致就确认；确认后自动收入。</source>
        <translation>Compare the fingerprint on the phone and confirm it; the return is then taken in.</translation>
    </message>
    <message>
        <source>文件完好，但签名人不是以前确认过的那一位：可能换了电脑，也可能是别人代签。没有收入。</source>
        <translation>The file is sound, but it is not signed by the signer who was confirmed: another PC perhaps, or somebody else. It was not taken in.</translation>
    </message>
    <message>
        <source>打电话核对两个指纹；换了签名的，请对方把换签通知一并送来。</source>
        <translation>Compare both fingerprints on the phone; who has a new key should send its notice along.</translation>
    </message>
    <message>
        <source>签名以后内容被改动过，或者签名已经去掉（用 Excel、WPS 另存也会这样）。没有收入。</source>
        <translation>It was changed after it was signed, or its signature was taken off (saving in Excel or WPS does that). It was not taken in.</translation>
    </message>
    <message>
        <source>请对方在程序里重新导出，不要打开另存。</source>
        <translation>Ask the unit to export it again from the program and not to save it in another one.</translation>
    </message>
    <message>
        <source>文件完好，但填报期不是现在收的这一期，或者不是本年度的。没有收入。</source>
        <translation>The file is sound, but of another period than is being collected, or of another year. It was not taken in.</translation>
    </message>
    <message>
        <source>要收其他填报期，请选“各期都收”再收一次。</source>
        <translation>To take in other periods, choose “all periods” and collect again.</translation>
    </message>
    <message>
        <source>这个单位这一期已经有次数更靠后的一份，以后一份为准。</source>
        <translation>A later return of this unit and period is here; that one counts.</translation>
    </message>
    <message>
        <source>不用处理。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>同一份已经收过，没有重复收入。</source>
        <translation>This very return is here already; it was not taken in twice.</translation>
    </message>
    <message>
        <source>同一单位、同一期、同一次数，内容却不同：可能是两台电脑各报各的。没有收入。</source>
        <translation>Same unit, period and number, but another content: perhaps two PCs report on their own. It was not taken in.</translation>
    </message>
    <message>
        <source>请对方说明以哪一份为准，另一台电脑更正后重新导出。</source>
        <translation>Ask the unit which one holds; it should correct and export again.</translation>
    </message>
    <message>
        <source>文件完好，但名录里没有这个单位（按单位代码、再按名称找）。没有收入。</source>
        <translation>The file is sound, but the unit is not in the directory (looked up by code, then by name). It was not taken in.</translation>
    </message>
    <message>
        <source>在名录里加上它，或核对代码，再收一次。</source>
        <translation>Add it to the directory or check its code, then collect again.</translation>
    </message>
    <message>
        <source>文件完好，但依据的不是本工作区的工作要点。没有收入。</source>
        <translation>The file is sound, but rests on other work points than this workspace. It was not taken in.</translation>
    </message>
    <message>
        <source>请对方核对是不是报错了文件，或导入本级的任务下达表再填。</source>
        <translation>Ask the unit whether this is the right file, or to take in your assignment first.</translation>
    </message>
    <message>
        <source>这是手填的空白表，没有签名，程序不能证明是谁填的。</source>
        <translation>This is a blank form filled by hand. It has no signature, so nothing proves who filled it in.</translation>
    </message>
    <message>
        <source>和填表人核对后再确认收入；会一直标明“手填”。</source>
        <translation>Check with the person who filled it in, then confirm it; it stays marked as filled by hand.</translation>
    </message>
    <message>
        <source>手填表里有读不出来的格，没有收入。</source>
        <translation>Some cells of the form can’t be read. It was not taken in.</translation>
    </message>
    <message>
        <source>按列出的格改正后再收一次。</source>
        <translation>Correct the cells that are listed, then collect again.</translation>
    </message>
    <message>
        <source>这是一份草稿：还没有完成签批，数字不作数。没有收入。</source>
        <translation>This is a draft: it is not signed off, and its figures do not count. It was not taken in.</translation>
    </message>
    <message>
        <source>请对方完成签批后正式导出。</source>
        <translation>Ask the unit to sign it off and export it.</translation>
    </message>
    <message>
        <source>这个文件不是进展填报表。没有收入。</source>
        <translation>This file is no return. It was not taken in.</translation>
    </message>
    <message>
        <source>不用处理；如果应该是填报表，请对方用程序导出的原件。</source>
        <translation>Nothing to do; if it should be a return, ask for the file as the program wrote it.</translation>
    </message>
    <message>
        <source>文件在路上被截断或损坏，读不完整。没有收入。</source>
        <translation>The file was cut or broken on its way. It was not taken in.</translation>
    </message>
    <message>
        <source>请对方重新发送，或换一个 U 盘。</source>
        <translation>Ask the unit to send it again, or use another stick.</translation>
    </message>
    <message>
        <source>这台电脑读不了这个文件：可能正被别的程序打开，或没有权限。</source>
        <translation>This PC can’t read the file: another program may have it open, or there is no permission.</translation>
    </message>
    <message>
        <source>关掉占用它的程序，再收一次。</source>
        <translation>Close the program that holds it, then collect again.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>什么都没有改动。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>需要时再做一次即可。</source>
        <translation>Just do it again when you need it.</translation>
    </message>
    <message>
        <source>找不到文件“{name}”</source>
        <translation>“{name}” was not found</translation>
    </message>
    <message>
        <source>“{folder}”里没有这个文件，可能已被移走或改名，也可能U盘已拔出。</source>
        <translation>It is not in “{folder}”: it may have been moved or renamed, or the USB stick removed.</translation>
    </message>
    <message>
        <source>请核对文件名和位置，再试一次。</source>
        <translation>Please check its name and place, and try again.</translation>
    </message>
    <message>
        <source>“{name}”不是文件</source>
        <translation>“{name}” is not a file</translation>
    </message>
    <message>
        <source>这是一个文件夹或设备，里面的内容不能直接打开。</source>
        <translation>It is a folder or a device, which can&apos;t be opened as a file.</translation>
    </message>
    <message>
        <source>请选择其中的一个文件。</source>
        <translation>Please choose a file in it.</translation>
    </message>
    <message>
        <source>文件“{name}”太大，没有打开</source>
        <translation>“{name}” is too large and was not opened</translation>
    </message>
    <message>
        <source>它有 {size}，这类文件不会超过 {limit}。</source>
        <translation>It has {size}; files of this kind have {limit} at most.</translation>
    </message>
    <message>
        <source>请确认选对了文件。</source>
        <translation>Please check that it is the right file.</translation>
    </message>
    <message>
        <source>磁盘已满，“{name}”没有写成</source>
        <translation>The disk is full, “{name}” was not written</translation>
    </message>
    <message>
        <source>“{folder}”所在的磁盘没有空间了，或者您的配额已用完。原有文件没有变动。</source>
        <translation>The disk with “{folder}” has no room left, or your quota is used up. The file that was there is unchanged.</translation>
    </message>
    <message>
        <source>请腾出空间或换一个位置，再试一次。</source>
        <translation>Please free some room or take another place, and try again.</translation>
    </message>
    <message>
        <source>没有权限读写“{name}”</source>
        <translation>No permission to read or write “{name}”</translation>
    </message>
    <message>
        <source>您的账户不能在“{folder}”里读写，或者它是只读的。</source>
        <translation>Your account may not read or write in “{folder}”, or it is read-only.</translation>
    </message>
    <message>
        <source>请换到“文档”等自己的文件夹，或请技术人员开通权限。</source>
        <translation>Please take a folder of your own, such as Documents, or ask your IT support for permission.</translation>
    </message>
    <message>
        <source>文件“{name}”正被别的程序占用</source>
        <translation>“{name}” is in use by another program</translation>
    </message>
    <message>
        <source>多半是它在 Excel 或 WPS 里开着，也可能是另一个窗口正在使用。</source>
        <translation>Most likely it is open in Excel or WPS, or in another window.</translation>
    </message>
    <message>
        <source>请关闭占用它的程序，再试一次。</source>
        <translation>Please close that program and try again.</translation>
    </message>
    <message>
        <source>找不到文件夹“{folder}”</source>
        <translation>The folder “{folder}” was not found</translation>
    </message>
    <message>
        <source>U盘可能已拔出，或者共享文件夹没有连上。</source>
        <translation>The USB stick may have been removed, or the shared folder is not connected.</translation>
    </message>
    <message>
        <source>请接好后再试，或者换一个位置。</source>
        <translation>Please connect it and try again, or take another place.</translation>
    </message>
    <message>
        <source>路径太长，系统不接受“{name}”</source>
        <translation>The path is too long, the system refuses “{name}”</translation>
    </message>
    <message>
        <source>文件夹一层套一层，加上文件名，超过了系统的上限。</source>
        <translation>The nested folders and the file name together are longer than the system allows.</translation>
    </message>
    <message>
        <source>请换到层级少的文件夹，例如“文档”。</source>
        <translation>Please take a folder that is less deep, such as Documents.</translation>
    </message>
    <message>
        <source>系统不让读写“{name}”</source>
        <translation>The system could not read or write “{name}”</translation>
    </message>
    <message>
        <source>操作系统拒绝了这一步，原有文件没有变动。</source>
        <translation>The operating system refused this step. The file that was there is unchanged.</translation>
    </message>
    <message>
        <source>请再试一次，或换一个位置；还不行，就把详细信息给技术人员。</source>
        <translation>Please try again, or take another place; if that doesn&apos;t help, give the details to your IT support.</translation>
    </message>
    <message>
        <source>这里只能填数字，可以带“万”“亿”和单位，例如 1,200 或 1.2万。</source>
        <translation>Only a number fits here, with its unit if you like, such as 1,200.</translation>
    </message>
    <message>
        <source>逗号只用来分隔千位，例如 12,000。</source>
        <translation>Commas only separate thousands, as in 12,000.</translation>
    </message>
    <message>
        <source>数字后面的单位与这个指标的单位不同。</source>
        <translation>The unit after the number is not the indicator&apos;s.</translation>
    </message>
    <message>
        <source>数字最多 15 位，再多表格里就存不准了。</source>
        <translation>A number has 15 digits at most; a sheet can&apos;t hold more exactly.</translation>
    </message>
    <message>
        <source>累计数不会小于零。</source>
        <translation>A cumulative figure is never below zero.</translation>
    </message>
    <message>
        <source>“{text}”不是可以填的数</source>
        <translation>“{text}” is not a figure that fits here</translation>
    </message>
    <message>
        <source>请改成数字；确实没有数据，请选“无数据”并说明原因。</source>
        <translation>Please enter a number; if there really is none, choose No data and give the reason.</translation>
    </message>
    <message>
        <source>程序出了意外，这一步没有做成</source>
        <translation>Something unexpected went wrong, and this step was not done</translation>
    </message>
    <message>
        <source>这是程序的错误，不是您的操作有误。已经填好的内容都在，窗口可以继续用。</source>
        <translation>It is the program&apos;s fault, not yours. All that you have entered is kept, and you can go on working.</translation>
    </message>
    <message>
        <source>请再试一次；还不行，就把详细信息复制给技术人员（其中没有您填写的内容）。</source>
        <translation>Please try again; if that doesn&apos;t help, copy the details for your IT support (nothing that you entered is in them).</translation>
    </message>
    <message>
        <source>它是图片，里面没有可以读取的文字。</source>
        <translation>It is a picture without text that could be read.</translation>
    </message>
    <message>
        <source>里面不是文字，看不出是什么文件。</source>
        <translation>It doesn&apos;t contain text; what it is can&apos;t be told.</translation>
    </message>
    <message>
        <source>“{name}”里有读不出的字</source>
        <translation>“{name}” has characters that can&apos;t be read</translation>
    </message>
    <message>
        <source>文件像是 {encoding} 编码，但第 {offset} 个字节处断了，多半是复制时损坏。</source>
        <translation>It looks like {encoding}, but breaks off at byte {offset}; probably it was damaged when it was copied.</translation>
    </message>
    <message>
        <source>请重新复制一份原件，或另存为 UTF-8 编码的纯文本。</source>
        <translation>Please copy the original again, or save it as plain text in UTF-8.</translation>
    </message>
    <message>
        <source>“{name}”是空的</source>
        <translation>“{name}” is empty</translation>
    </message>
    <message>
        <source>里面一个字也没有。</source>
        <translation>There is not a character in it.</translation>
    </message>
    <message>
        <source>里面几乎没有中文。</source>
        <translation>There is hardly any Chinese in it.</translation>
    </message>
    <message>
        <source>请在 Word 或 WPS 里打开原件，另存为“Word 文档 (*.docx)”再选它，或者把正文复制、粘贴进来。</source>
        <translation>Please open the original in Word or WPS and save it as a Word document (*.docx), or copy its text and paste it here.</translation>
    </message>
    <message>
        <source>请在 Excel 或 WPS 里打开原件，另存为“Excel 工作簿 (*.xlsx)”再选它，或者把表格复制、粘贴进来。</source>
        <translation>Please open the original in Excel or WPS and save it as an Excel workbook (*.xlsx), or copy its table and paste it here.</translation>
    </message>
    <message>
        <source>它是带格式的 RTF 文件，这里不能读。</source>
        <translation>It is an RTF file with formats, which can&apos;t be read here.</translation>
    </message>
    <message>
        <source>“{name}”读不出文字</source>
        <translation>No text can be read from “{name}”</translation>
    </message>
    <message>
        <source>它是旧版 Word 或 WPS 文字文件（.doc、.wps），这里读 .docx。</source>
        <translation>It is an old Word or WPS document (.doc, .wps); .docx is read here.</translation>
    </message>
    <message>
        <source>它是旧版 Excel 或 WPS 表格文件（.xls、.et），这里读 .xlsx。</source>
        <translation>It is an old Excel or WPS workbook (.xls, .et); .xlsx is read here.</translation>
    </message>
    <message>
        <source>它是演示文稿，不是工作要点的正文或分解表。</source>
        <translation>It is a presentation, not the text of work points or a breakdown.</translation>
    </message>
    <message>
        <source>它是别的程序的旧格式文件，看不出里面是什么。</source>
        <translation>It is in another program&apos;s old format; what is in it can&apos;t be told.</translation>
    </message>
    <message>
        <source>它是版式文件（.ofd），里面的文字不能直接读取。</source>
        <translation>It is a fixed-layout file (.ofd), whose text can&apos;t be read directly.</translation>
    </message>
    <message>
        <source>它是 LibreOffice 一类的文件（.odt、.ods），这里读 .docx 和 .xlsx。</source>
        <translation>It is a LibreOffice file (.odt, .ods); .docx and .xlsx are read here.</translation>
    </message>
    <message>
        <source>它是 Excel 二进制工作簿（.xlsb），这里读 .xlsx。</source>
        <translation>It is a binary Excel workbook (.xlsb); .xlsx is read here.</translation>
    </message>
    <message>
        <source>它是压缩包，不是一份文件。</source>
        <translation>It is an archive, not a document.</translation>
    </message>
    <message>
        <source>它是压缩包（.rar、.7z、.gz），不是一份文件。</source>
        <translation>It is an archive (.rar, .7z, .gz), not a single document.</translation>
    </message>
    <message>
        <source>它其实是网页文件（HTML），只是用了别的扩展名。</source>
        <translation>It is really a web page (HTML) under another ending.</translation>
    </message>
    <message>
        <source>它是 XML 文件，或者 Office 2003 的 XML 文档，这里读 .docx 和 .xlsx。</source>
        <translation>It is an XML file, or an XML document of Office 2003; .docx and .xlsx are read here.</translation>
    </message>
    <message>
        <source>请先解压缩，再选里面的文件。</source>
        <translation>Please unpack it first, then choose the file in it.</translation>
    </message>
    <message>
        <source>请用版式阅读器打开，全选、复制正文，粘贴进来；或者向发文单位要 Word 文件。</source>
        <translation>Please open it in its reader, copy all of the text and paste it here, or ask the issuer for a Word file.</translation>
    </message>
    <message>
        <source>“{name}”的格式读不了</source>
        <translation>The format of “{name}” can&apos;t be read</translation>
    </message>
    <message>
        <source>“{name}”是扫描件，里面没有文字</source>
        <translation>“{name}” is a scan without text</translation>
    </message>
    <message>
        <source>共 {pages} 页，每一页都是图片。</source>
        <translation>It has {pages} pages, and each one is a picture.</translation>
    </message>
    <message>
        <source>请向发文单位要 Word 文件；或者用识别软件转成文字，校对后粘贴进来。</source>
        <translation>Please ask the issuer for a Word file, or have the text recognised, proofread it and paste it here.</translation>
    </message>
    <message>
        <source>打开它要密码，里面的内容是加密的。</source>
        <translation>It needs a password; its contents are encrypted.</translation>
    </message>
    <message>
        <source>这份 PDF 打开要密码，里面的内容是加密的。</source>
        <translation>This PDF needs a password; its contents are encrypted.</translation>
    </message>
    <message>
        <source>“{name}”有密码</source>
        <translation>“{name}” has a password</translation>
    </message>
    <message>
        <source>请用原来的程序打开，取消密码后另存一份，再选它。</source>
        <translation>Please open it in its own program, save a copy without password, and choose that.</translation>
    </message>
    <message>
        <source>它应当是 Word 文档，但内部结构不完整。</source>
        <translation>It should be a Word document, but its inner structure is incomplete.</translation>
    </message>
    <message>
        <source>它应当是 Excel 工作簿，但内部结构不完整。</source>
        <translation>It should be an Excel workbook, but its inner structure is incomplete.</translation>
    </message>
    <message>
        <source>它应当是 PDF 文件，但内部结构不完整。</source>
        <translation>It should be a PDF file, but its inner structure is incomplete.</translation>
    </message>
    <message>
        <source>它应当是 Word、Excel 文件或压缩包，但打不开。</source>
        <translation>It should be a Word or Excel file or an archive, but can&apos;t be opened.</translation>
    </message>
    <message>
        <source>“{name}”已经损坏</source>
        <translation>“{name}” is damaged</translation>
    </message>
    <message>
        <source>请重新复制一份原件；原件能打开的，另存一次再选。</source>
        <translation>Please copy the original again; if that opens, save it once more and choose the copy.</translation>
    </message>
    <message>
        <source>它里面的部件太多。</source>
        <translation>It has too many parts.</translation>
    </message>
    <message>
        <source>它展开以后太大。</source>
        <translation>It is too large once unpacked.</translation>
    </message>
    <message>
        <source>它的压缩比高得不正常，可能是有人特意做的。</source>
        <translation>It is compressed unnaturally far; somebody may have made it so on purpose.</translation>
    </message>
    <message>
        <source>它的页数太多。</source>
        <translation>It has too many pages.</translation>
    </message>
    <message>
        <source>它的单元格或样式太多。</source>
        <translation>It has too many cells or styles.</translation>
    </message>
    <message>
        <source>它太长了，没有哪份工作要点有这么多字。</source>
        <translation>It is too long; no work points have that many words.</translation>
    </message>
    <message>
        <source>“{name}”超出了工作要点的规模，没有读取</source>
        <translation>“{name}” is larger than work points ever are and was not read</translation>
    </message>
    <message>
        <source>请只粘贴工作要点的正文或表格。</source>
        <translation>Paste only the text or the table of the work points.</translation>
    </message>
    <message>
        <source>请确认选对了文件；内容没错的，把正文或表格复制、粘贴进来。</source>
        <translation>Please check that it is the right file; if so, copy its text or table and paste it here.</translation>
    </message>
    <message>
        <source>进展填报表</source>
        <translation>return</translation>
    </message>
    <message>
        <source>任务下达表</source>
        <translation>assignment</translation>
    </message>
    <message>
        <source>审核回执</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>workbook</translation>
    </message>
    <message>
        <source>要查看或校验它，请在主窗口的菜单里选“校验一份填报表”。新建工作区，请选印发的工作要点或任务分解表。</source>
        <translation>To look at it or verify it, choose “Verify a return” in the menu of the main window. For a new workspace, choose the work points or the breakdown table that were issued.</translation>
    </message>
    <message>
        <source>请回到主窗口，从菜单里打开它；这里请选印发的工作要点或任务分解表。</source>
        <translation>Open it from the menu of the main window; here, choose the work points or the breakdown table that were issued.</translation>
    </message>
    <message>
        <source>“{name}”是本程序做的{form}，不是工作要点</source>
        <translation>“{name}” is a {form} made by this program, not work points</translation>
    </message>
    <message>
        <source>里面的任务来自另一份工作要点，已经有编号、进展和签名。</source>
        <translation>The tasks in it come from other work points; they have their numbers, progress and signature already.</translation>
    </message>
    <message>
        <source>“{name}”里有不安全的内容，没有读取</source>
        <translation>“{name}” holds something unsafe and was not read</translation>
    </message>
    <message>
        <source>部件 {part} 里有 Word 和 Excel 不会写的声明，可能是有人特意做的。</source>
        <translation>Part {part} has declarations that Word and Excel never write; somebody may have put them there on purpose.</translation>
    </message>
    <message>
        <source>请向发文单位核实，另要一份文件。</source>
        <translation>Please check with the issuer and ask for another file.</translation>
    </message>
    <message>
        <source>请重新复制，再粘贴一次。</source>
        <translation>Copy it again, and paste once more.</translation>
    </message>
    <message>
        <source>没有找到“一、”“1．”这样编号的部分和条目，也没有带表头的分解表。</source>
        <translation>It has neither parts and items numbered as in official documents nor a breakdown with a header.</translation>
    </message>
    <message>
        <source>有编号的段落，但标题和层次不像工作要点。</source>
        <translation>Its paragraphs are numbered, but its headings and levels are not those of work points.</translation>
    </message>
    <message>
        <source>“{name}”不像一份工作要点</source>
        <translation>“{name}” doesn&apos;t look like work points</translation>
    </message>
    <message>
        <source>请选择印发的工作要点全文，保留标题和编号。</source>
        <translation>Please choose the full text of the work points as issued, with headings and numbers.</translation>
    </message>
    <message>
        <source>请复制印发的工作要点全文，连同标题和编号；分解表要连同表头。</source>
        <translation>Copy the whole work points as issued, with their title and numbers; a breakdown table with its header row.</translation>
    </message>
    <message>
        <source>在“{title}”里没有找到任务</source>
        <translation>No tasks were found in “{title}”</translation>
    </message>
    <message>
        <source>各条下面没有可以拆成任务的句子，所以没有建立工作区。</source>
        <translation>None of its items has sentences that make a task, so no workspace was created.</translation>
    </message>
    <message>
        <source>请确认选的是工作要点全文，而不是目录或通知。</source>
        <translation>Please check that it is the full text, not a table of contents or a covering notice.</translation>
    </message>
    <message>
        <source>看不出“{title}”是哪一年的</source>
        <translation>It is not clear which year “{title}” is for</translation>
    </message>
    <message>
        <source>标题、文号和落款里都没有年份。</source>
        <translation>There is no year in its title, number or date.</translation>
    </message>
    <message>
        <source>请在标题里补上年份，再选一次。</source>
        <translation>Please add the year to the title and choose it again.</translation>
    </message>
    <message>
        <source>工作区里还没有工作要点。</source>
        <translation>The workspace has no work points yet.</translation>
    </message>
    <message>
        <source>工作区还没有写明是哪个单位的。</source>
        <translation>The workspace doesn&apos;t say whose it is yet.</translation>
    </message>
    <message>
        <source>工作区里还没有填报期。</source>
        <translation>The workspace has no period yet.</translation>
    </message>
    <message>
        <source>还不能填报</source>
        <translation>Reporting is not possible yet</translation>
    </message>
    <message>
        <source>请新建一个工作区，按欢迎页的提示填好。</source>
        <translation>Please create a workspace and fill in the welcome page.</translation>
    </message>
    <message>
        <source>打不开签名身份：这个账户没有它的钥匙</source>
        <translation>The signing identity can&apos;t be opened: this account has no key to it</translation>
    </message>
    <message>
        <source>签名身份是在另一个账户或另一台电脑上建立的，也可能钥匙文件已被删除。</source>
        <translation>It was made in another account or on another computer, or its key file was deleted.</translation>
    </message>
    <message>
        <source>请回到原来的电脑和账户导出；钥匙应在“{folder}”里。</source>
        <translation>Please export on the original computer and account; the key should be in “{folder}”.</translation>
    </message>
    <message>
        <source>钥匙文件被截断或改动过。</source>
        <translation>The key file was cut short or altered.</translation>
    </message>
    <message>
        <source>钥匙是在另一种系统上保存的，这里认不得。</source>
        <translation>The key was saved on another kind of system and can&apos;t be read here.</translation>
    </message>
    <message>
        <source>Windows 说这把钥匙属于另一个账户。</source>
        <translation>Windows says that this key belongs to another account.</translation>
    </message>
    <message>
        <source>打不开签名身份：钥匙不能用</source>
        <translation>The signing identity can&apos;t be opened: its key can&apos;t be used</translation>
    </message>
    <message>
        <source>请回到原来的账户，或从备份恢复“{folder}”。</source>
        <translation>Please go back to the original account, or restore “{folder}” from a backup.</translation>
    </message>
    <message>
        <source>单位代码</source>
        <translation>The unit code</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>The unit name</translation>
    </message>
    <message>
        <source>签名里必须写明是哪个单位。</source>
        <translation>A signature must say which unit it is of.</translation>
    </message>
    <message>
        <source>它超过 {limit} 个字，或者含有看不见的字符。</source>
        <translation>It is longer than {limit} characters, or has invisible ones in it.</translation>
    </message>
    <message>
        <source>{what}不能用来签名</source>
        <translation>{what} can&apos;t be used for signing</translation>
    </message>
    <message>
        <source>请重新输入{what}。</source>
        <translation>Please enter it again: {what}.</translation>
    </message>
    <message>
        <source>口令太短</source>
        <translation>The passphrase is too short</translation>
    </message>
    <message numerus="yes">
        <source>现在有 %n 个字符，至少要 {minimum} 个。</source>
        <translation>
            <numerusform>It has %n character; at least {minimum} are needed.</numerusform>
            <numerusform>It has %n characters; at least {minimum} are needed.</numerusform>
        </translation>
    </message>
    <message>
        <source>请换一个长一些的口令，例如一句只有您知道的话。</source>
        <translation>Please take a longer one, such as a sentence that only you know.</translation>
    </message>
    <message>
        <source>打不开签名身份：钥匙对不上</source>
        <translation>The signing identity can&apos;t be opened: the key doesn&apos;t fit</translation>
    </message>
    <message>
        <source>签名身份不是用这个账户的钥匙锁上的。</source>
        <translation>It was not locked with this account&apos;s key.</translation>
    </message>
    <message>
        <source>请回到原来的电脑和账户导出。</source>
        <translation>Please export on the original computer and account.</translation>
    </message>
    <message>
        <source>口令不对，或者文件被改动过</source>
        <translation>The passphrase is wrong, or the file was changed</translation>
    </message>
    <message>
        <source>用这个口令打不开证书文件，什么都没有改动。</source>
        <translation>This passphrase does not open the certificate file. Nothing was changed.</translation>
    </message>
    <message>
        <source>请用发证机构给的口令；还不行，请机构重新导出证书文件。</source>
        <translation>Please use the passphrase that the authority gave you; if it still fails, ask the authority for the file again.</translation>
    </message>
    <message>
        <source>口令不对</source>
        <translation>Wrong passphrase</translation>
    </message>
    <message>
        <source>用这个口令打不开签名身份，什么都没有改动。</source>
        <translation>It doesn&apos;t open the signing identity. Nothing was changed.</translation>
    </message>
    <message>
        <source>请检查大小写和输入法，再试一次。</source>
        <translation>Please check capitals and the input method, and try again.</translation>
    </message>
    <message>
        <source>签名身份文件的内容不是签名身份。</source>
        <translation>The identity file doesn&apos;t hold a signing identity.</translation>
    </message>
    <message>
        <source>它由新版程序建立，这个版本认不得。</source>
        <translation>It was made by a newer version of the program.</translation>
    </message>
    <message>
        <source>文件建立以后被改动过，或复制时损坏。</source>
        <translation>The file was altered, or damaged when it was copied.</translation>
    </message>
    <message>
        <source>里面的证书不合要求。</source>
        <translation>The certificate in it is not acceptable.</translation>
    </message>
    <message>
        <source>里面的密钥与证书对不上。</source>
        <translation>The key in it doesn&apos;t match its certificate.</translation>
    </message>
    <message>
        <source>签名身份不能用</source>
        <translation>The signing identity can&apos;t be used</translation>
    </message>
    <message>
        <source>请从备份恢复工作区旁边扩展名为 .identity 的文件。</source>
        <translation>Please restore the file ending in .identity beside the workspace from a backup.</translation>
    </message>
    <message>
        <source>今天不在签名身份的有效期内</source>
        <translation>The signing identity is not valid today</translation>
    </message>
    <message>
        <source>有效期是{start}至{end}，这台电脑的日期是{today}。</source>
        <translation>It is valid from {start} to {end}; this computer&apos;s date is {today}.</translation>
    </message>
    <message>
        <source>请先核对电脑的日期；日期没错，就要重建签名身份。</source>
        <translation>Please check the computer&apos;s date; if it is right, a new signing identity is needed.</translation>
    </message>
    <message>
        <source>“{text}”不是指纹</source>
        <translation>“{text}” is not a fingerprint</translation>
    </message>
    <message>
        <source>指纹是 16 个字母和数字，例如 K7QM 2XHD 9PTA VW4E。</source>
        <translation>A fingerprint has 16 letters and digits, such as K7QM 2XHD 9PTA VW4E.</translation>
    </message>
    <message>
        <source>请照着对方念的重新输入。</source>
        <translation>Please enter it again as it is read out to you.</translation>
    </message>
    <message>
        <source>签名身份要用口令打开</source>
        <translation>The signing identity needs its passphrase</translation>
    </message>
    <message>
        <source>建立工作区时为签名身份设了口令。</source>
        <translation>A passphrase was set when the workspace was created.</translation>
    </message>
    <message>
        <source>请输入口令后再导出。</source>
        <translation>Please enter it and export again.</translation>
    </message>
    <message>
        <source>签名身份属于另一个单位</source>
        <translation>The signing identity belongs to another unit</translation>
    </message>
    <message>
        <source>签名身份写的是“{identity}”，填报表是“{unit}”的。</source>
        <translation>The identity says “{identity}”, the return is of “{unit}”.</translation>
    </message>
    <message>
        <source>单位改了名称或代码，请在“签名身份”里点“单位改名…”，换一个写着新名称的签名。</source>
        <translation>If the unit has a new name or code, press “Rename the unit…” in “Signing identity”: that makes a signature with the new name.</translation>
    </message>
    <message>
        <source>这份签名身份只能在原来的电脑上打开</source>
        <translation>This signing identity opens on its own computer only</translation>
    </message>
    <message>
        <source>它由原电脑的账户锁着，不是为换电脑导出的文件。什么都没有改动。</source>
        <translation>It is locked by the account on that computer and was not exported for another one. Nothing was changed.</translation>
    </message>
    <message>
        <source>请在原电脑的“签名身份”里点“导出到文件…”，用口令锁好再拿来。</source>
        <translation>On that computer, press “Export to a file…” in “Signing identity”, lock it with a passphrase, and bring that file.</translation>
    </message>
    <message>
        <source>文件里是已经换下的旧签名</source>
        <translation>The file holds an old signature that has been replaced</translation>
    </message>
    <message>
        <source>指纹 {fingerprint} 的签名早已由现在的签名接替。什么都没有改动。</source>
        <translation>The signature with the fingerprint {fingerprint} was replaced by the present one. Nothing was changed.</translation>
    </message>
    <message>
        <source>请继续用现在的签名；要找回别的签名，请换一份更新的文件。</source>
        <translation>Please keep the present signature; to get another one back, choose a more recent file.</translation>
    </message>
    <message>
        <source>它不是从“签名身份”导出的文件，或者少了一截。</source>
        <translation>It is no file that “Signing identity” exported, or part of it is missing.</translation>
    </message>
    <message>
        <source>它由新版程序导出，这个版本认不得。</source>
        <translation>A newer version exported it, which this one can&apos;t read.</translation>
    </message>
    <message>
        <source>它在导出以后被改动过，或复制时损坏。</source>
        <translation>It was changed since it was exported, or damaged in copying.</translation>
    </message>
    <message>
        <source>它里面的证书不合要求。</source>
        <translation>The certificate in it is not of an accepted kind.</translation>
    </message>
    <message>
        <source>它里面的密钥与证书对不上。</source>
        <translation>The key in it does not fit its certificate.</translation>
    </message>
    <message>
        <source>它是“{unit}”的签名身份，不是本单位的。</source>
        <translation>It is the signing identity of “{unit}”, not of this unit.</translation>
    </message>
    <message>
        <source>它的有效期是{start}至{end}，今天不在其中。</source>
        <translation>It is valid from {start} to {end}, which today is not.</translation>
    </message>
    <message>
        <source>本单位现在的签名身份没有改动。</source>
        <translation>This unit&apos;s present identity was not changed.</translation>
    </message>
    <message>
        <source>“{name}”不能导入</source>
        <translation>“{name}” can&apos;t be imported</translation>
    </message>
    <message>
        <source>请选在原电脑的“签名身份”里点“导出到文件…”得到的 .identity 文件。</source>
        <translation>Please choose the .identity file that “Export to a file…” under “Signing identity” wrote on the other computer.</translation>
    </message>
    <message>
        <source>它不是 .pfx 或 .p12 证书文件，或者少了一截。</source>
        <translation>It is no .pfx or .p12 certificate file, or a part of it is missing.</translation>
    </message>
    <message>
        <source>里面没有密钥和与它对应的证书。</source>
        <translation>There is no key with its certificate in it.</translation>
    </message>
    <message>
        <source>密钥不是 RSA（2048、3072、4096 位）或 P-256；国密 SM2 证书 Excel 也认不得。</source>
        <translation>The key is neither RSA (2048, 3072 or 4096 bits) nor P-256; Excel does not know SM2 certificates either.</translation>
    </message>
    <message>
        <source>这张证书的用途不含签名，或者它是发证机构自己的。</source>
        <translation>This certificate is not meant for signing, or it is the authority&apos;s own.</translation>
    </message>
    <message>
        <source>证书上没有能印出来的单位名称。</source>
        <translation>The certificate shows no unit&apos;s name that can be printed.</translation>
    </message>
    <message>
        <source>证书的写法不合规范，别的程序也未必认得。</source>
        <translation>The certificate does not follow the standards; other programs might not read it either.</translation>
    </message>
    <message>
        <source>证书已经过期。</source>
        <translation>The certificate has expired.</translation>
    </message>
    <message>
        <source>证书还没有生效，也可能这台电脑的日期不对。</source>
        <translation>The certificate is not valid yet, or this computer&apos;s date is wrong.</translation>
    </message>
    <message>
        <source>证书是“{name}”的，不是本单位的。</source>
        <translation>The certificate is that of “{name}”, not of this unit.</translation>
    </message>
    <message>
        <source>这张证书不能用来签名</source>
        <translation>This certificate cannot be used to sign</translation>
    </message>
    <message>
        <source>请向发证机构要一份能签文件的证书，连同密钥导出为 .pfx。</source>
        <translation>Please ask the authority for a certificate that may sign documents, exported with its key as .pfx.</translation>
    </message>
    <message>
        <source>它不是换签通知，或者少了一截。</source>
        <translation>It is no notice of a new signature, or a part of it is missing.</translation>
    </message>
    <message>
        <source>它由新版程序写成，这个版本认不得。</source>
        <translation>It was written by a newer program and cannot be read by this version.</translation>
    </message>
    <message>
        <source>里面的证书不合要求，或者写的是另一个单位。</source>
        <translation>A certificate in it is not of an accepted kind, or is that of another unit.</translation>
    </message>
    <message>
        <source>它在签名之后被改动过，或者不是由新旧两把密钥一起签的。</source>
        <translation>It was changed after signing, or was not signed by both the old key and the new one.</translation>
    </message>
    <message>
        <source>里面的几份通知前后接不上。</source>
        <translation>The notices in it do not follow one another.</translation>
    </message>
    <message>
        <source>宣布换签的时间不在证书的有效期内。</source>
        <translation>The certificates were not both valid when the new signature was announced.</translation>
    </message>
    <message>
        <source>还没有人核对过旧签名，所以它担保不了新签名。</source>
        <translation>Nobody has confirmed the old signature yet, so it cannot vouch for the new one.</translation>
    </message>
    <message>
        <source>新旧签名里有一个已经撤销。</source>
        <translation>The old or the new signature has been revoked.</translation>
    </message>
    <message>
        <source>新的名称或代码属于另一个已经确认过签名的单位。</source>
        <translation>The new name or code is that of another unit whose signature is confirmed.</translation>
    </message>
    <message>
        <source>这是本单位自己的换签通知，本单位早就认得。</source>
        <translation>It is this unit&apos;s own notice of a new signature, which it knows already.</translation>
    </message>
    <message>
        <source>它宣布的新签名用本单位的名称，却不是本单位现在的签名：旧密钥可能被盗用。</source>
        <translation>The new signature that it announces bears this unit&apos;s name but is not its present one: an old key may have been stolen.</translation>
    </message>
    <message>
        <source>通知来自“{unit}”，旧指纹 {fingerprint}。</source>
        <translation>The notice comes from “{unit}”, old fingerprint {fingerprint}.</translation>
    </message>
    <message>
        <source>这份换签通知要交给上级</source>
        <translation>This notice is for the superior</translation>
    </message>
    <message>
        <source>请把它交给上级，由上级打开。</source>
        <translation>Please hand it to the superior, who opens it.</translation>
    </message>
    <message>
        <source>换签通知不能采信</source>
        <translation>The notice of a new signature cannot be believed</translation>
    </message>
    <message>
        <source>请给对方打电话；要用新签名，就在它签的填报表上核对指纹并确认。</source>
        <translation>Please telephone the unit; to accept a new signature, compare and confirm the fingerprint on a return that it signed.</translation>
    </message>
    <message>
        <source>没有写明为什么撤销</source>
        <translation>Why it is revoked is not said</translation>
    </message>
    <message>
        <source>撤销会留下记录，以前用这个签名签的文件也一律不再采信。</source>
        <translation>A revocation stays on record, and nothing that was ever signed with it is believed any more.</translation>
    </message>
    <message>
        <source>请写一句原因，例如“电脑被盗”；命令行用 --reason。</source>
        <translation>Please give a reason, for example: the computer was stolen; on the command line with --reason.</translation>
    </message>
    <message>
        <source>不能确认：这不是本单位的签名</source>
        <translation>Not confirmed: this is not this unit&apos;s signature</translation>
    </message>
    <message>
        <source>指纹 {fingerprint} 的签名写着“{unit}”，却不是本单位的；本单位的签名不用确认。</source>
        <translation>The signature with the fingerprint {fingerprint} says “{unit}” but is not this unit&apos;s, whose own needs no confirming.</translation>
    </message>
    <message>
        <source>请查清文件的来历；本单位在别的电脑上用的签名，请导出后导入到这里。</source>
        <translation>Please find out where the file comes from. An identity that this unit uses on another computer is exported there and imported here.</translation>
    </message>
    <message>
        <source>单位简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>单位层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>单位类型</source>
        <translation>Kind of unit</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>分解依据的名称</source>
        <translation>Name of the column to distribute by</translation>
    </message>
    <message>
        <source>填报人</source>
        <translation>The operator</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下一步打算</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>无数据的原因</source>
        <translation>Reason for no data</translation>
    </message>
    <message>
        <source>它是别的类型的文件，没有被改动。</source>
        <translation>It is a file of another kind, and was not changed.</translation>
    </message>
    <message>
        <source>它是别的程序的数据库，没有被改动。</source>
        <translation>It is another program&apos;s database, and was not changed.</translation>
    </message>
    <message>
        <source>它像是工作区，但里面的结构被动过，所以没有打开。</source>
        <translation>It looks like a workspace, but its structure was altered, so it was not opened.</translation>
    </message>
    <message>
        <source>“{name}”不是要点填报的工作区</source>
        <translation>“{name}” is not a Yaodian workspace</translation>
    </message>
    <message>
        <source>请选择扩展名为 .yaodian 的工作区文件，或新建一个。</source>
        <translation>Please choose a workspace file ending in .yaodian, or create one.</translation>
    </message>
    <message>
        <source>工作区“{name}”来自更新的版本</source>
        <translation>The workspace “{name}” comes from a newer version</translation>
    </message>
    <message>
        <source>它的格式是第 {version} 版，这个程序只认到第 {supported} 版。文件没有改动。</source>
        <translation>Its format is version {version}; this program knows those up to {supported}. The file was not changed.</translation>
    </message>
    <message>
        <source>请安装新版要点填报，再打开它。</source>
        <translation>Please install the newer Yaodian and open it again.</translation>
    </message>
    <message>
        <source>已经有一个文件叫“{name}”</source>
        <translation>There already is a file “{name}”</translation>
    </message>
    <message>
        <source>新工作区不会覆盖已有的文件。</source>
        <translation>A new workspace never replaces an existing file.</translation>
    </message>
    <message>
        <source>请打开原来的工作区，或给新工作区换一个名字。</source>
        <translation>Please open that workspace, or give the new one another name.</translation>
    </message>
    <message>
        <source>工作区“{name}”已损坏</source>
        <translation>The workspace “{name}” is damaged</translation>
    </message>
    <message>
        <source>文件里的数据前后对不上，可能是磁盘出错或复制中断。程序没有改动它。</source>
        <translation>Its data contradict one another; perhaps a disk error or an interrupted copy. The program has not changed it.</translation>
    </message>
    <message>
        <source>请先把这个文件另存一份，再用最近的备份；需要时把详细信息给技术人员。</source>
        <translation>Please keep a copy of this file, then use the latest backup; give the details to your IT support if needed.</translation>
    </message>
    <message>
        <source>{what}还没有填</source>
        <translation>{what} is missing</translation>
    </message>
    <message>
        <source>这一项会写进工作区和导出的填报表，不能空着。</source>
        <translation>It goes into the workspace and the return and can&apos;t be blank.</translation>
    </message>
    <message>
        <source>请填写后再继续。</source>
        <translation>Please fill it in before you go on.</translation>
    </message>
    <message>
        <source>{what}太长</source>
        <translation>{what} is too long</translation>
    </message>
    <message>
        <source>PIN 的长度不对</source>
        <translation>The PIN has the wrong length</translation>
    </message>
    <message>
        <source>PIN 要有 {minimum} 到 {maximum} 个字符。</source>
        <translation>A PIN has {minimum} to {maximum} characters.</translation>
    </message>
    <message>
        <source>请重新输入。</source>
        <translation>Please enter it again.</translation>
    </message>
    <message>
        <source>{name}的 PIN 不对，没有签批</source>
        <translation>Wrong PIN for {name}; nothing was signed off</translation>
    </message>
    <message>
        <source>{name}的 PIN 输错过，还要等一会儿</source>
        <translation>A wrong PIN was entered for {name}; please wait a little</translation>
    </message>
    <message numerus="yes">
        <source>每错一次，下一次就要等得更久；现在要等 %n 秒。</source>
        <translation>
            <numerusform>Each wrong PIN makes the wait longer; now it is %n second.</numerusform>
            <numerusform>Each wrong PIN makes the wait longer; now it is %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 秒不能再试。</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>请到时再试；填报内容都在，可以先做别的。</source>
        <translation>Please try again then; all entries are kept, and you can go on with something else.</translation>
    </message>
    <message>
        <source>{name}要用 PIN 签批</source>
        <translation>{name} signs off with a PIN</translation>
    </message>
    <message>
        <source>这个姓名设了 PIN，没有它就不能以这个姓名签批。</source>
        <translation>A PIN is set for this name; without it nobody signs off under it.</translation>
    </message>
    <message>
        <source>还差{roles}签批</source>
        <translation>Still to sign off: {roles}</translation>
    </message>
    <message>
        <source>签批按填报人、审核人、单位负责人的顺序进行；缺一个必签的，就不能作为正式的填报表导出。</source>
        <translation>The operator, the reviewer and the head of the unit sign off in this order; without every required one it can&apos;t be exported as a final return.</translation>
    </message>
    <message>
        <source>请补齐签批，或先存为草稿。</source>
        <translation>Please complete the sign-off, or save a draft for now.</translation>
    </message>
    <message>
        <source>{period}已经导出，不能再改</source>
        <translation>{period} is exported and can&apos;t be changed any more</translation>
    </message>
    <message>
        <source>第 {sequence} 次填报表已经签批导出，本期随之关闭；填写、撤销和重做都到不了这一期。</source>
        <translation>Return no. {sequence} was signed off and exported, which closed this period; no entry, undo or redo reaches it.</translation>
    </message>
    <message>
        <source>确实要改，请转到这一期，按“更正…”并写明原因。</source>
        <translation>If it must be changed, turn to this period, press Correct… and give the reason.</translation>
    </message>
    <message>
        <source>导出期间内容有改动，没有导出</source>
        <translation>Something was changed during the export, so nothing was exported</translation>
    </message>
    <message>
        <source>{period}的内容在制表和登记之间变了，写好的文件已经收回，什么都没有登记。</source>
        <translation>{period} changed between drawing the return up and recording it. The file was taken back and nothing was recorded.</translation>
    </message>
    <message>
        <source>请再导出一次。</source>
        <translation>Please export again.</translation>
    </message>
    <message>
        <source>更正会留下记录，要写明为什么。</source>
        <translation>A correction is put on record and needs a reason.</translation>
    </message>
    <message>
        <source>现在有 {length} 个字，最多 {limit} 个。</source>
        <translation>It has {length} characters; at most {limit} are allowed.</translation>
    </message>
    <message>
        <source>请{name}本人输入；忘了，可点“PIN…”重设，重设会留下记录。</source>
        <translation>Please let {name} enter it in person. A forgotten one can be reset under “PIN…”, which stays on record.</translation>
    </message>
    <message>
        <source>请{name}本人输入 PIN；忘了，可点“PIN…”重设，重设会留下记录。</source>
        <translation>Please let {name} enter the PIN in person. A forgotten one can be reset under “PIN…”, which stays on record.</translation>
    </message>
    <message>
        <source>重设别人的 PIN 会留下记录，要写明为什么。</source>
        <translation>Resetting a PIN is put on record and needs a reason.</translation>
    </message>
    <message>
        <source>重设的原因没有写好</source>
        <translation>The reason for the reset is not given</translation>
    </message>
    <message>
        <source>请写一句原因，例如“本人忘了 PIN，已当面核实”。</source>
        <translation>Please give a reason, for example: forgotten, asked for in person.</translation>
    </message>
    <message>
        <source>更正的原因没有写好</source>
        <translation>The reason for the correction is not given</translation>
    </message>
    <message>
        <source>请写一句原因，例如“上级退回，数字有误”。</source>
        <translation>Please give a reason, such as “returned by the superior: wrong figure”.</translation>
    </message>
    <message>
        <source>“{name}”是程序，不能作佐证材料</source>
        <translation>“{name}” is a program and can&apos;t be evidence</translation>
    </message>
    <message>
        <source>这一类文件一打开就会运行，收到的人不敢打开它。</source>
        <translation>Such a file runs when it is opened; nobody who receives it should dare to.</translation>
    </message>
    <message>
        <source>请附文档、图片或扫描件。</source>
        <translation>Please attach a document, a picture or a scan.</translation>
    </message>
    <message>
        <source>“{name}”是空文件</source>
        <translation>“{name}” is an empty file</translation>
    </message>
    <message>
        <source>里面没有内容，没有附上。</source>
        <translation>There is nothing in it, so it was not attached.</translation>
    </message>
    <message>
        <source>请核对是不是选错了文件。</source>
        <translation>Please check that it is the right file.</translation>
    </message>
    <message>
        <source>“{name}”附不下了</source>
        <translation>There is no room for “{name}”</translation>
    </message>
    <message numerus="yes">
        <source>一期的佐证材料合计最多 {limit}、%n 个文件。</source>
        <translation>
            <numerusform>The evidence of one period is limited to {limit} and %n file.</numerusform>
            <numerusform>The evidence of one period is limited to {limit} and %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>请先移除不要的，或把图片压缩后再附。</source>
        <translation>Please remove what isn&apos;t needed, or compress the pictures first.</translation>
    </message>
    <message>
        <source>{names}已经附在这项任务上</source>
        <translation>Attached to this task already: {names}</translation>
    </message>
    <message>
        <source>内容与已附的一模一样，没有再附一次；名称不同也算同一份。</source>
        <translation>The content is just that of a file that is attached, so it was not attached again; another name does not make it another file.</translation>
    </message>
    <message>
        <source>要附别的文件，请另选；要换名称，请先移除再附。</source>
        <translation>For another file, choose that one. For another name, take the file off and attach it anew.</translation>
    </message>
    <message>
        <source>佐证材料“{name}”不见了</source>
        <translation>The evidence “{name}” is gone</translation>
    </message>
    <message>
        <source>工作区旁边的佐证材料文件夹里没有它，或者它被改动过。</source>
        <translation>It is not in the evidence folder beside the workspace, or was altered there.</translation>
    </message>
    <message>
        <source>请移除后重新附上，或从备份恢复那个文件夹。</source>
        <translation>Please remove it and attach it again, or restore that folder from a backup.</translation>
    </message>
    <message>
        <source>它不是压缩包。</source>
        <translation>It is no zip.</translation>
    </message>
    <message>
        <source>它大得不像一份填报表和它的佐证材料。</source>
        <translation>It is larger than a return with its evidence can be.</translation>
    </message>
    <message>
        <source>里面的文件多得不像一份填报表和它的佐证材料。</source>
        <translation>It has more files than a return with its evidence can have.</translation>
    </message>
    <message>
        <source>里面有通向别的文件夹、重复或不合规的文件名。</source>
        <translation>It has file names that lead elsewhere, come twice or are not allowed.</translation>
    </message>
    <message>
        <source>压缩包加了密码。</source>
        <translation>It is protected with a password.</translation>
    </message>
    <message>
        <source>压缩包残缺，或者被特意做成读不通的样子。</source>
        <translation>It is incomplete, or made so that it cannot be read.</translation>
    </message>
    <message>
        <source>里面没有进展填报表（.xlsx）。</source>
        <translation>There is no return (.xlsx) in it.</translation>
    </message>
    <message>
        <source>里面不止一份 .xlsx，分不清哪一份是填报表。</source>
        <translation>There is more than one .xlsx in it; which one is the return cannot be told.</translation>
    </message>
    <message>
        <source>“{name}”不是填报表的压缩包，没有解开</source>
        <translation>“{name}” is not the zip of a return and was not opened</translation>
    </message>
    <message>
        <source>请对方用要点填报重新导出，把压缩包原样发来。</source>
        <translation>Please have it exported again with this program, and the zip sent as it is.</translation>
    </message>
    <message>
        <source>请缩短后再继续。</source>
        <translation>Please shorten it before you go on.</translation>
    </message>
    <message>
        <source>“{field}”太长，没有存下</source>
        <translation>“{field}” is too long and was not saved</translation>
    </message>
    <message>
        <source>请删减一些；详细材料可以另附。</source>
        <translation>Please shorten it; details can be attached separately.</translation>
    </message>
    <message>
        <source>选了“无数据”，还没有说明原因</source>
        <translation>No data was chosen, but no reason given</translation>
    </message>
    <message>
        <source>空白、零和无数据是三回事：无数据要写明为什么。</source>
        <translation>Blank, zero and no data are three different things: no data needs a reason.</translation>
    </message>
    <message>
        <source>请写一句原因，例如“年底统计”。</source>
        <translation>Please give a reason, such as “counted at the end of the year”.</translation>
    </message>
    <message>
        <source>工作要点没有更换</source>
        <translation>The work points were not replaced</translation>
    </message>
    <message>
        <source>“{title}”与工作区里的不同，而原来的任务已经填过进展。</source>
        <translation>“{title}” differs from those in the workspace, whose tasks have progress already.</translation>
    </message>
    <message>
        <source>请为新的工作要点另建一个工作区。</source>
        <translation>Please create another workspace for the new work points.</translation>
    </message>
    <message>
        <source>它超过 {limit} 个字，一格放不下。</source>
        <translation>It is longer than {limit} characters and doesn&apos;t fit into a cell.</translation>
    </message>
    <message>
        <source>它的行数太多，一格放不下。</source>
        <translation>It has too many lines for a cell.</translation>
    </message>
    <message>
        <source>数字超过 15 位，表格里会存不准。</source>
        <translation>A number has more than 15 digits, which a sheet can&apos;t hold exactly.</translation>
    </message>
    <message>
        <source>它与表格自己的用语相同，读回来会被当成别的意思。</source>
        <translation>It equals one of the sheet&apos;s own terms and would be read back as something else.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>任务 {task} 的“{field}”印不到表上</source>
        <translation>“{field}” of task {task} can&apos;t be printed</translation>
    </message>
    <message>
        <source>“{field}”印不到表上</source>
        <translation>“{field}” can&apos;t be printed</translation>
    </message>
    <message>
        <source>请改短或换个写法，再导出一次。</source>
        <translation>Please shorten or reword it, and export again.</translation>
    </message>
    <message>
        <source>工作任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>累计完成</source>
        <translation>Cumulative</translation>
    </message>
    <message>
        <source>目标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>工作要点</source>
        <translation>Work points</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>上级单位的名称</source>
        <translation>the superior&apos;s name</translation>
    </message>
    <message>
        <source>上级单位的代码</source>
        <translation>the superior&apos;s code</translation>
    </message>
    <message>
        <source>签批要求</source>
        <translation>sign-offs required</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>leading units</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>supporting units</translation>
    </message>
    <message>
        <source>总目标</source>
        <translation>the whole target</translation>
    </message>
    <message>
        <source>基数</source>
        <translation>baseline</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>due date</translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>要点编号</source>
        <translation>plan id</translation>
    </message>
    <message>
        <source>任务编号</source>
        <translation>task id</translation>
    </message>
    <message>
        <source>指标编号</source>
        <translation>indicator id</translation>
    </message>
    <message>
        <source>佐证材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>check code</translation>
    </message>
    <message>
        <source>这不是一份完好的表</source>
        <translation>This is not a sound workbook of this program</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>单位负责人</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>文件的写法不是本程序写出来的样子。</source>
        <translation>The file is not written as this program writes it.</translation>
    </message>
    <message>
        <source>文件里有这种表不该有的部件。</source>
        <translation>The file has parts that such a workbook does not have.</translation>
    </message>
    <message>
        <source>标题、表头或栏目与这种表的格式不同。</source>
        <translation>Title, headings or columns are not those of this kind of form.</translation>
    </message>
    <message>
        <source>它用的是这个版本不认识的表格格式，可能来自更新的程序。</source>
        <translation>Its form is unknown to this version; it may come from a newer one.</translation>
    </message>
    <message>
        <source>有一格里的内容不是那里该有的。</source>
        <translation>A cell holds what doesn&apos;t belong there.</translation>
    </message>
    <message>
        <source>有一格里数字的显示方式被改过。</source>
        <translation>The way a cell shows its number was changed.</translation>
    </message>
    <message>
        <source>表格的行对不上任务和指标。</source>
        <translation>Its rows don&apos;t match the tasks and indicators.</translation>
    </message>
    <message>
        <source>页脚上的校验码或指纹与表里的不同。</source>
        <translation>The check code or fingerprint in the footer differs from the sheet&apos;s.</translation>
    </message>
    <message>
        <source>请对方用要点填报重新导出，把原文件发来，不要另存。</source>
        <translation>Ask for a new export from Yaodian and for the original file, not one saved again.</translation>
    </message>
    <message>
        <source>还有 {count} 处必须改正，没有导出</source>
        <translation>Not exported; to correct first: {count}</translation>
    </message>
    <message>
        <source>签名以后就不能再改，所以有错误时不签。</source>
        <translation>What is signed can&apos;t be changed any more, so nothing is signed with errors in it.</translation>
    </message>
    <message>
        <source>请在“签批并导出”里逐条点开改正。</source>
        <translation>Please open and correct each one under Sign off and export.</translation>
    </message>
    <message>
        <source>这几项任务不相邻，不能合并</source>
        <translation>These tasks are not next to one another and can&apos;t be merged</translation>
    </message>
    <message>
        <source>在原文里它们之间还有别的任务或标题。</source>
        <translation>Other tasks or headings stand between them in the document.</translation>
    </message>
    <message>
        <source>请选相邻的任务；确实要合在一起的，可以改写其中一项，再删去另一项。</source>
        <translation>Please choose tasks next to one another; if they really belong together, reword one and delete the other.</translation>
    </message>
    <message>
        <source>这里不能拆分“{text}”</source>
        <translation>“{text}” can&apos;t be split here</translation>
    </message>
    <message>
        <source>光标的一侧没有文字。</source>
        <translation>There is no text on one side of the cursor.</translation>
    </message>
    <message>
        <source>请把光标放在两项工作之间，再拆分。</source>
        <translation>Please put the cursor between the two jobs, then split.</translation>
    </message>
    <message>
        <source>任务没有内容</source>
        <translation>The task has no text</translation>
    </message>
    <message>
        <source>指标没有名称</source>
        <translation>The indicator has no name</translation>
    </message>
    <message>
        <source>标题是空的</source>
        <translation>The title is blank</translation>
    </message>
    <message>
        <source>修改没有生效，原来的文字还在。</source>
        <translation>Nothing was changed; the text is as it was.</translation>
    </message>
    <message>
        <source>请填写文字；不要这一项，就删除它。</source>
        <translation>Please enter a text; if you don&apos;t want it at all, delete it.</translation>
    </message>
    <message>
        <source>“{text}”的类型与它的指标不符</source>
        <translation>The kind of “{text}” doesn&apos;t agree with its indicators</translation>
    </message>
    <message>
        <source>有指标的任务是量化任务，没有指标的不是。</source>
        <translation>A task with indicators is a quantified one, a task without is not.</translation>
    </message>
    <message>
        <source>请先增加或删除指标，类型会随着改变。</source>
        <translation>Please add or delete indicators first; the kind follows.</translation>
    </message>
    <message>
        <source>“{title}”下面还有任务，不能删除</source>
        <translation>“{title}” still has tasks and can&apos;t be deleted</translation>
    </message>
    <message>
        <source>删除条目不会连同任务一起删除。</source>
        <translation>Deleting an item never deletes its tasks.</translation>
    </message>
    <message>
        <source>请先把其中的任务移走或删除。</source>
        <translation>Please move or delete its tasks first.</translation>
    </message>
    <message>
        <source>这项任务已经不在了</source>
        <translation>This task is not there any more</translation>
    </message>
    <message>
        <source>这个指标已经不在了</source>
        <translation>This indicator is not there any more</translation>
    </message>
    <message>
        <source>这一目已经不在了</source>
        <translation>This item is not there any more</translation>
    </message>
    <message>
        <source>这个部分已经不在了</source>
        <translation>This part is not there any more</translation>
    </message>
    <message>
        <source>也许刚才已经删除、合并或者撤销了。什么都没有改动。</source>
        <translation>It may just have been deleted, merged or undone. Nothing was changed.</translation>
    </message>
    <message>
        <source>请在左边的列表里另选一项。</source>
        <translation>Choose another one in the list on the left.</translation>
    </message>
    <message numerus="yes">
        <source>本单位的签名还有 %n 天到期</source>
        <translation>
            <numerusform>This unit&apos;s signature runs out in %n day</numerusform>
            <numerusform>This unit&apos;s signature runs out in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>“{unit}”重复了</source>
        <translation>“{unit}” stands there twice</translation>
    </message>
    <message>
        <source>两个单位代码相同，或者名称相同又没有代码，收表时就分不清是谁的。名录没有改动。</source>
        <translation>Two units with the same code, or with the same name and no code, could not be told apart when returns are collected. The directory was not changed.</translation>
    </message>
    <message>
        <source>请给同名的单位分别填上代码，或删去重复的一行。</source>
        <translation>Give units of the same name a code each, or delete the line that is there twice.</translation>
    </message>
    <message>
        <source>“{unit}”是本单位，不能列为下级</source>
        <translation>“{unit}” is this unit itself and cannot be a subordinate</translation>
    </message>
    <message>
        <source>名录里只放要给它下达任务的单位。名录没有改动。</source>
        <translation>The directory holds only units that tasks are assigned to. It was not changed.</translation>
    </message>
    <message>
        <source>请从名单里删去这一行，再导入一次。</source>
        <translation>Delete this line from the list and import it again.</translation>
    </message>
    <message>
        <source>这一格已经不在分解表里了</source>
        <translation>This cell is no longer in the grid</translation>
    </message>
    <message>
        <source>这个单位已停用，或者工作要点换了新版，不再有这项任务或这个指标。什么都没有改动。</source>
        <translation>The unit is out of use, or a later version of the work points no longer has this task or target. Nothing was changed.</translation>
    </message>
    <message>
        <source>请刷新分解表，再从现有的任务和单位里选。</source>
        <translation>Refresh the grid and choose from the tasks and units that are there.</translation>
    </message>
    <message>
        <source>没有可以分解的依据</source>
        <translation>There is nothing to distribute by</translation>
    </message>
    <message>
        <source>没有选中单位，或者选中的单位在这一列里都是空白或零。分解表没有改动。</source>
        <translation>No unit was chosen, or all chosen units are blank or zero in this column. The grid was not changed.</translation>
    </message>
    <message>
        <source>请先选单位，或在名录里填上学生数一类的依据，再分解一次。</source>
        <translation>Choose units, or fill in a column such as the number of students in the directory, and distribute again.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>{where}里没有找到单位</source>
        <translation>No unit was found in {where}</translation>
    </message>
    <message>
        <source>粘贴的内容</source>
        <translation>what was pasted</translation>
    </message>
    <message>
        <source>名单可以是一行一个单位名称，也可以是带“单位名称”一列的表。名录没有改动。</source>
        <translation>A list has one name a line, or is a table with a column “单位名称”. The directory was not changed.</translation>
    </message>
    <message>
        <source>请给单位那一列写上标题“单位名称”，再导入一次。</source>
        <translation>Give the column of units the title “单位名称” and import it again.</translation>
    </message>
    <message>
        <source>名单太长：有 {count} 个单位</source>
        <translation>The list is too long; units in it: {count}</translation>
    </message>
    <message>
        <source>一份名录最多放 {limit} 个单位。名录没有改动。</source>
        <translation>A directory holds {limit} units at most. It was not changed.</translation>
    </message>
    <message>
        <source>请只导入由本单位直接下达任务的单位，其余的由下一级再分。</source>
        <translation>Import only units that this one assigns to directly; they assign on to the others.</translation>
    </message>
    <message>
        <source>“{unit}”的任务下达表刚刚另外下达过</source>
        <translation>An assignment for “{unit}” was issued elsewhere just now</translation>
    </message>
    <message>
        <source>这一批文件没有写出，什么都没有登记。</source>
        <translation>None of these files was written, and nothing was recorded.</translation>
    </message>
    <message>
        <source>请再下达一次，版次会接着往下排。</source>
        <translation>Issue them again; the versions will go on from there.</translation>
    </message>
    <message>
        <source>“{file}”写到 U 盘后读出来不一样</source>
        <translation>“{file}” reads back from the stick as something else</translation>
    </message>
    <message>
        <source>写进去的和读回来的内容不同，多半是 U 盘坏了或没有插好；这一份不能用。</source>
        <translation>What was read back is not what was written: the stick is failing, or sits loosely. This copy is of no use.</translation>
    </message>
    <message>
        <source>请删掉 U 盘上的这个文件，换一个 U 盘或接口再复制。</source>
        <translation>Delete this file on the stick, then copy again with another stick or socket.</translation>
    </message>
    <message>
        <source>附件太大，没有写成邮件</source>
        <translation>The attachments are too large for a letter</translation>
    </message>
    <message>
        <source>附件共 {size}，一般的邮箱最多收 {limit}。</source>
        <translation>They take {size}; most mail servers accept {limit} at most.</translation>
    </message>
    <message>
        <source>请用 U 盘报送，或把佐证材料分开寄。</source>
        <translation>Hand them over on a USB stick, or send the evidence separately.</translation>
    </message>
    <message>
        <source>第 {sequence} 次上报已被第 {latest} 次替代，不能再审核</source>
        <translation>Return {sequence} was replaced by return {latest} and can’t be reviewed any more</translation>
    </message>
    <message>
        <source>该单位后来又报了一份，以后一份为准。没有改动。</source>
        <translation>The unit has reported again since; the later return counts. Nothing was changed.</translation>
    </message>
    <message>
        <source>请打开最新的一份审核。</source>
        <translation>Open the latest one to review it.</translation>
    </message>
    <message>
        <source>退回修改要写明意见</source>
        <translation>A return that is sent back needs a comment</translation>
    </message>
    <message>
        <source>没有总的意见，也没有任何一项任务的意见，填报单位就不知道改什么。没有改动。</source>
        <translation>Without a word on the whole or on any task, the unit would not know what to correct. Nothing was changed.</translation>
    </message>
    <message>
        <source>请写明哪里不对、为什么、怎么改，再退回。</source>
        <translation>Say what is wrong, why, and what to do; then send it back.</translation>
    </message>
    <message>
        <source>这项任务还没有报“已完成”，不能销号</source>
        <translation>This task was not reported as completed and can’t be closed</translation>
    </message>
    <message>
        <source>“{task}”最近一期的进展状态不是“已完成”。没有改动。</source>
        <translation>The latest report on “{task}” does not say “Completed”. Nothing was changed.</translation>
    </message>
    <message>
        <source>请先在最近的填报期把它填为“已完成”并附上佐证材料，再销号。</source>
        <translation>Report it as completed in the latest period, with its evidence, then close it.</translation>
    </message>
    <message>
        <source>“{name}”是上限或百分比，不能合计</source>
        <translation>“{name}” is a ceiling or a percentage and cannot be summed</translation>
    </message>
    <message>
        <source>各单位的上限和百分比加起来没有意义。汇总方式没有改动。</source>
        <translation>The ceilings and percentages of several units mean nothing when added up. The way of rolling up has not been changed.</translation>
    </message>
    <message>
        <source>请选按某一列加权平均，或自己填写。</source>
        <translation>Choose a mean weighted by a column, or fill the figure in yourself.</translation>
    </message>
    <message numerus="yes">
        <source>下一步：改正上面的 %n 处，改正后才能签批和导出。</source>
        <translation>
            <numerusform>Next: correct the %n finding above; only then can anybody sign off and export.</numerusform>
            <numerusform>Next: correct the %n findings above; only then can anybody sign off and export.</numerusform>
        </translation>
    </message>
    <message>
        <source>这份文件是给“{unit}”的，不是给本单位的</source>
        <translation>This file is for “{unit}”, not for this unit</translation>
    </message>
    <message>
        <source>这个工作区属于“{own}”。什么都没有改动。</source>
        <translation>This workspace belongs to “{own}”. Nothing was changed.</translation>
    </message>
    <message>
        <source>请向上级要本单位的那一份；如果打开错了工作区，请先换过来。</source>
        <translation>Ask your superior for your unit&apos;s own file; if the wrong workspace is open, change it first.</translation>
    </message>
    <message>
        <source>这份文件来自“{sender}”，不是原来的上级</source>
        <translation>This file comes from “{sender}”, not from the superior so far</translation>
    </message>
    <message>
        <source>到现在为止，任务都由“{known}”下达。什么都没有改动。</source>
        <translation>Until now tasks were assigned by “{known}”. Nothing was changed.</translation>
    </message>
    <message>
        <source>如果确实换了上级，请在导入时确认；否则请问清这份文件从哪里来。</source>
        <translation>If there is indeed another superior now, confirm that when importing; otherwise find out where this file comes from.</translation>
    </message>
    <message>
        <source>“{sender}”不是本单位的上级</source>
        <translation>“{sender}” is not the superior of this unit</translation>
    </message>
    <message>
        <source>任务下达表和审核回执只能由上级发来。什么都没有改动。</source>
        <translation>Assignments and receipts come from a superior only. Nothing was changed.</translation>
    </message>
    <message>
        <source>这份文件如果是本单位下发的，请发给下级单位；收到的，请问清从哪里来。</source>
        <translation>If this unit issued the file, send it to the subordinate unit; if it was received, find out where it comes from.</translation>
    </message>
    <message>
        <source>还没有人核对过“{unit}”的签名指纹</source>
        <translation>Nobody has compared the fingerprint of “{unit}” yet</translation>
    </message>
    <message>
        <source>指纹是 {fingerprint}。核对之前，文件里的内容不会导入。</source>
        <translation>The fingerprint is {fingerprint}. Nothing in the file is imported before it was compared.</translation>
    </message>
    <message>
        <source>请打电话给对方读一遍指纹，一致的话在校验窗口里确认，再导入一次。</source>
        <translation>Have it read out on the telephone; if it is the same, confirm it in the verify window and import again.</translation>
    </message>
    <message>
        <source>这是第 {version} 版任务下达表，比现有的旧</source>
        <translation>This assignment is version {version}, older than the present one</translation>
    </message>
    <message>
        <source>工作区里已经是第 {taken} 版。旧版没有导入，什么都没有改动。</source>
        <translation>The workspace has version {taken} already. The older one was not imported; nothing was changed.</translation>
    </message>
    <message>
        <source>不需要再做什么；要核对内容，请看最新的一版。</source>
        <translation>Nothing needs to be done; to compare the contents, look at the latest version.</translation>
    </message>
    <message>
        <source>有两份不同的任务下达表都是第 {version} 版</source>
        <translation>Two different assignments are both version {version}</translation>
    </message>
    <message>
        <source>同一版的内容应当一样。后一份没有导入，什么都没有改动。</source>
        <translation>One version says one thing. The second file was not imported; nothing was changed.</translation>
    </message>
    <message>
        <source>请告诉上级，由上级重新下达一版。</source>
        <translation>Tell your superior, who should issue a new version.</translation>
    </message>
    <message>
        <source>这份任务下达表属于另一份工作要点：“{title}”</source>
        <translation>This assignment belongs to other work points: “{title}”</translation>
    </message>
    <message>
        <source>这个工作区里已经按“{title}”填过进展。什么都没有改动。</source>
        <translation>In this workspace progress was recorded on “{title}”. Nothing was changed.</translation>
    </message>
    <message>
        <source>请用这份任务下达表新建一个工作区；原来的照样保留。</source>
        <translation>Make a new workspace from this assignment; the present one stays as it is.</translation>
    </message>
    <message>
        <source>{period}已经审核通过，不能再改</source>
        <translation>{period} was accepted and cannot be changed any more</translation>
    </message>
    <message>
        <source>上级已按第 {sequence} 次填报表汇总。填报内容没有改动。</source>
        <translation>The superior consolidated return no. {sequence}. The entries were not changed.</translation>
    </message>
    <message>
        <source>发现有误，请联系上级退回这份填报表；导入退回的回执后就能更正。</source>
        <translation>If something is wrong, ask your superior to send the return back; once that receipt is imported it can be corrected.</translation>
    </message>
    <message>
        <source>这份回执审核的填报表不是从这里报出的</source>
        <translation>This receipt is for a return that did not leave from here</translation>
    </message>
    <message>
        <source>它说的是{period}第 {sequence} 次填报表，这个工作区没有导出过数据校验码相同的一份。</source>
        <translation>It is for return no. {sequence} of {period}; this workspace exported none with the same check code.</translation>
    </message>
    <message>
        <source>如果是在别的电脑上填报的，请到那台电脑上导入；否则请把回执发回上级核对。</source>
        <translation>If the return was made on another computer, import the receipt there; otherwise send it back to your superior to be checked.</translation>
    </message>
    <message>
        <source>这是第 {number} 号回执，比现有的旧</source>
        <translation>This is receipt no. {number}, older than the present one</translation>
    </message>
    <message>
        <source>同一份填报表已经导入过第 {taken} 号回执。旧的没有导入，什么都没有改动。</source>
        <translation>Receipt no. {taken} for the same return was imported already. The older one was not imported; nothing was changed.</translation>
    </message>
    <message>
        <source>不需要再做什么；以号数大的回执为准。</source>
        <translation>Nothing needs to be done; the receipt with the higher number holds.</translation>
    </message>
    <message>
        <source>有两份不同的回执都是第 {number} 号</source>
        <translation>Two different receipts are both no. {number}</translation>
    </message>
    <message>
        <source>同一号回执的内容应当一样。后一份没有导入，什么都没有改动。</source>
        <translation>One number says one thing. The second file was not imported; nothing was changed.</translation>
    </message>
    <message>
        <source>请告诉上级，由上级重新发一份回执。</source>
        <translation>Tell your superior, who should issue a new receipt.</translation>
    </message>
    <message>
        <source>{period}没有可以撤回的填报表</source>
        <translation>There is no return of {period} that could be withdrawn</translation>
    </message>
    <message>
        <source>这一期还没有正式导出，或者已经撤回、退回，正在更正。</source>
        <translation>None was exported finally, or the last one was withdrawn or sent back and is being corrected.</translation>
    </message>
    <message>
        <source>请直接修改，再导出新的一次。</source>
        <translation>Change what is to be changed and export the next one.</translation>
    </message>
    <message numerus="yes">
        <source>；%n 个单位未计入</source>
        <translation>
            <numerusform>; %n unit not in it</numerusform>
            <numerusform>; %n units not in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个单位未计入</source>
        <translation>
            <numerusform>%n unit not in it</numerusform>
            <numerusform>%n units not in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oddities</name>
    <message>
        <source>{unit}没有任务</source>
        <translation>{unit} has no tasks</translation>
    </message>
    <message>
        <source>没有交给任何单位：{task}</source>
        <translation>No unit has it: {task}</translation>
    </message>
    <message>
        <source>只有配合、没有牵头：{task}</source>
        <translation>Supported, but led by nobody: {task}</translation>
    </message>
    <message>
        <source>{unit}牵头，但没有分解指标：{task}</source>
        <translation>{unit} leads, but has no share: {task}</translation>
    </message>
    <message>
        <source>分解少了 {left}（目标 {target}，已分解 {given}）：{what}</source>
        <translation>{left} short (target {target}, divided {given}): {what}</translation>
    </message>
    <message>
        <source>分解多了 {left}（目标 {target}，已分解 {given}）：{what}</source>
        <translation>{left} too much (target {target}, divided {given}): {what}</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>采用上期内容</source>
        <translation>take over last period</translation>
    </message>
    <message>
        <source>填写累计完成</source>
        <translation>enter figure</translation>
    </message>
    <message>
        <source>选择进展状态</source>
        <translation>choose status</translation>
    </message>
    <message>
        <source>填写进展情况</source>
        <translation>write progress</translation>
    </message>
    <message>
        <source>填写存在问题</source>
        <translation>write problems</translation>
    </message>
    <message>
        <source>填写下一步打算</source>
        <translation>write next steps</translation>
    </message>
    <message>
        <source>填写备注</source>
        <translation>write remarks</translation>
    </message>
    <message>
        <source>正在校验…</source>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>正在逐格比较…</source>
        <translation>Comparing cell by cell…</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正在签名并导出…</source>
        <translation>Signing and exporting…</translation>
    </message>
    <message>
        <source>正在复制并核对…</source>
        <translation>Copying and checking…</translation>
    </message>
    <message>
        <source>正在写邮件…</source>
        <translation>Writing the letter…</translation>
    </message>
    <message>
        <source>正在签名并写出任务下达表…</source>
        <translation>Signing and writing assignments…</translation>
    </message>
    <message>
        <source>正在登记…</source>
        <translation>Registering…</translation>
    </message>
    <message>
        <source>正在汇总任务…</source>
        <translation>Drawing up tasks…</translation>
    </message>
    <message>
        <source>正在写空白填报表…</source>
        <translation>Writing blank forms…</translation>
    </message>
    <message>
        <source>正在汇总填报内容…</source>
        <translation>Collecting the entries…</translation>
    </message>
    <message>
        <source>正在签批…</source>
        <translation>Signing off…</translation>
    </message>
    <message>
        <source>打开签名身份</source>
        <translation>Opening the signing identity</translation>
    </message>
    <message>
        <source>制表、签名</source>
        <translation>Drawing up and signing</translation>
    </message>
    <message>
        <source>写入文件</source>
        <translation>Writing the file</translation>
    </message>
    <message>
        <source>正在打开工作区…</source>
        <translation>Opening the workspace…</translation>
    </message>
    <message>
        <source>正在建立工作区和签名身份…</source>
        <translation>Creating the workspace and its signing identity…</translation>
    </message>
    <message>
        <source>正在读取工作要点…</source>
        <translation>Reading the work points…</translation>
    </message>
    <message>
        <source>正在比较两个版本…</source>
        <translation>Comparing the two versions…</translation>
    </message>
    <message>
        <source>正在更新工作要点…</source>
        <translation>Updating the work points…</translation>
    </message>
    <message>
        <source>正在更换口令…</source>
        <translation>Changing the passphrase…</translation>
    </message>
    <message>
        <source>正在导出签名身份…</source>
        <translation>Exporting the signing identity…</translation>
    </message>
    <message>
        <source>正在导入签名身份…</source>
        <translation>Importing the signing identity…</translation>
    </message>
    <message>
        <source>正在换新签名…</source>
        <translation>Making a new signature…</translation>
    </message>
    <message>
        <source>正在重建签名身份…</source>
        <translation>Making the signing identity anew…</translation>
    </message>
    <message>
        <source>正在读取单位证书…</source>
        <translation>Reading the unit&apos;s certificate…</translation>
    </message>
    <message>
        <source>正在保存换签通知…</source>
        <translation>Saving the notice of the new signature…</translation>
    </message>
    <message>
        <source>正在登记签名…</source>
        <translation>Recording the signature…</translation>
    </message>
    <message>
        <source>正在撤销签名…</source>
        <translation>Revoking the signature…</translation>
    </message>
    <message>
        <source>正在读取换签通知…</source>
        <translation>Reading the notice of a new signature…</translation>
    </message>
    <message>
        <source>正在设置 PIN…</source>
        <translation>Setting the PIN…</translation>
    </message>
    <message>
        <source>正在重设 PIN…</source>
        <translation>Resetting the PIN…</translation>
    </message>
    <message>
        <source>正在更改签批要求…</source>
        <translation>Changing who has to sign…</translation>
    </message>
    <message>
        <source>正在打开本期…</source>
        <translation>Opening the period…</translation>
    </message>
    <message>
        <source>正在撤回…</source>
        <translation>Withdrawing…</translation>
    </message>
    <message>
        <source>粘贴的图片 {moment}.png</source>
        <translation>Pasted picture {moment}.png</translation>
    </message>
    <message>
        <source>移除佐证材料</source>
        <translation>Remove evidence</translation>
    </message>
    <message>
        <source>正在打开佐证材料…</source>
        <translation>Opening the evidence…</translation>
    </message>
    <message>
        <source>正在附上佐证材料…</source>
        <translation>Attaching evidence…</translation>
    </message>
    <message>
        <source>附上佐证材料</source>
        <translation>Attach evidence</translation>
    </message>
    <message>
        <source>正在收表…</source>
        <translation>Collecting…</translation>
    </message>
    <message>
        <source>正在登记审核…</source>
        <translation>Noting the review…</translation>
    </message>
    <message>
        <source>正在写审核回执…</source>
        <translation>Writing receipts…</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>数据校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>正在读取去年的分解…</source>
        <translation>Reading last year&apos;s shares…</translation>
    </message>
    <message>
        <source>正在更新名录…</source>
        <translation>Updating the directory…</translation>
    </message>
    <message>
        <source>正在读取名单…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Taking in…</translation>
    </message>
    <message>
        <source>正在查看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>正在新建工作区…</source>
        <translation>Making the workspace…</translation>
    </message>
    <message>
        <source>采用下级汇总</source>
        <translation>Take units&apos; totals</translation>
    </message>
    <message>
        <source>全部采用下级汇总</source>
        <translation>Take all units&apos; totals</translation>
    </message>
    <message>
        <source>汇集各单位进展</source>
        <translation>Draw in units&apos; narratives</translation>
    </message>
    <message>
        <source>正在改汇总方式…</source>
        <translation>Changing the method…</translation>
    </message>
    <message>
        <source>正在写出…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>正在汇总…</source>
        <translation>Adding up…</translation>
    </message>
    <message>
        <source>正在导出全部数据…</source>
        <translation>Exporting all data…</translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>任务下达表</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>空白填报表</source>
        <translation>Blank form</translation>
    </message>
    <message>
        <source>进展填报表</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>审核回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>汇总表</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>U 盘</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>other way</translation>
    </message>
    <message>
        <source>▲ 已写好，未交出</source>
        <translation>▲ Written, not handed over</translation>
    </message>
    <message>
        <source>◔ 已交出（{way}）</source>
        <translation>◔ Handed over ({way})</translation>
    </message>
    <message>
        <source>● 已见回执</source>
        <translation>● Receipt seen</translation>
    </message>
    <message>
        <source>○ 已撤回</source>
        <translation>○ Withdrawn</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>交给</source>
        <translation>For</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>写出时间</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>填报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>收表</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>发件箱</source>
        <translation>Outbox</translation>
    </message>
</context>
<context>
    <name>plan_changes</name>
    <message>
        <source>＋ 新增</source>
        <translation>+ added</translation>
    </message>
    <message>
        <source>－ 删去</source>
        <translation>− deleted</translation>
    </message>
    <message>
        <source>－ 取消</source>
        <translation>− dropped</translation>
    </message>
    <message>
        <source>◆ 改指标</source>
        <translation>◆ indicator</translation>
    </message>
    <message>
        <source>≈ 改措辞</source>
        <translation>≈ reworded</translation>
    </message>
    <message>
        <source>◇ 改要求</source>
        <translation>◇ duties</translation>
    </message>
    <message>
        <source>↕ 移动</source>
        <translation>↕ moved</translation>
    </message>
    <message>
        <source>没有这个指标</source>
        <translation>no such indicator</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>要点改了目标：{name} {old} → {new}</source>
        <translation>Work points changed the target: {name} {old} → {new}</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>lead unit</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>support units</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>due date</translation>
    </message>
    <message>
        <source>本单位的分工</source>
        <translation>part of this unit</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>配合</source>
        <translation>support</translation>
    </message>
    <message>
        <source>要点改了{name}：{old} → {new}</source>
        <translation>Work points changed the {name}: {old} → {new}</translation>
    </message>
    <message>
        <source>要点改了措辞，原来是“{old}”</source>
        <translation>Work points reworded it; it was “{old}”</translation>
    </message>
    <message>
        <source>要点增加了这项任务</source>
        <translation>Work points added this task</translation>
    </message>
    <message>
        <source>要点恢复了这项任务</source>
        <translation>Work points restored this task</translation>
    </message>
    <message>
        <source>要点取消了这项任务</source>
        <translation>Work points dropped this task</translation>
    </message>
</context>
<context>
    <name>plan_command</name>
    <message>
        <source>读取工作要点，列出各部分、条目、任务和指标</source>
        <translation>read work points and list their parts, items, tasks and indicators</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>工作要点或分解表：.docx、.xlsx、有文字的 .pdf，或者纯文本（UTF-8、GB18030、UTF-16）</source>
        <translation>work points or a breakdown: .docx, .xlsx, a .pdf with text, or plain text (UTF-8, GB18030, UTF-16)</translation>
    </message>
    <message>
        <source>输出文件</source>
        <translation>OUT</translation>
    </message>
    <message>
        <source>写成 JSON；不写文件名或写 - 就打印出来</source>
        <translation>write JSON; without a file name, or with -, it is printed</translation>
    </message>
    <message>
        <source>第 {number} 部分&#x3000;{title}</source>
        <translation>Part {number}  {title}</translation>
    </message>
    <message>
        <source>没有归入任务：{text}</source>
        <translation>In no task: {text}</translation>
    </message>
    <message>
        <source>请看这 {count} 处：</source>
        <translation>Please look at these ({count}):</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>发文日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>主送</source>
        <translation>Addressees</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{name}：{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>（起点 {baseline}）</source>
        <translation> (baseline {baseline})</translation>
    </message>
    <message>
        <source>（{period} {rate}）</source>
        <translation> ({rate} {period})</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>monthly</translation>
    </message>
    <message>
        <source>每季度</source>
        <translation>quarterly</translation>
    </message>
    <message>
        <source>每半年</source>
        <translation>half-yearly</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>yearly</translation>
    </message>
    <message>
        <source>【量化】</source>
        <translation>[quantified]</translation>
    </message>
    <message>
        <source>【节点】</source>
        <translation>[milestone]</translation>
    </message>
    <message>
        <source>【常态】</source>
        <translation>[ongoing]</translation>
    </message>
    <message>
        <source>共 {parts} 个部分、{items} 个条目、{tasks} 项任务（量化 {quantified}、节点 {milestone}、常态 {ongoing}）、{indicators} 个指标</source>
        <translation>Parts: {parts}, items: {items}, tasks: {tasks} (quantified {quantified}, milestone {milestone}, ongoing {ongoing}), indicators: {indicators}</translation>
    </message>
</context>
<context>
    <name>plan_review</name>
    <message>
        <source>{count} 个部分</source>
        <translation>parts: {count}</translation>
    </message>
    <message>
        <source>{count} 目</source>
        <translation>items: {count}</translation>
    </message>
    <message>
        <source>{count} 项任务</source>
        <translation>tasks: {count}</translation>
    </message>
    <message>
        <source>{count} 个指标</source>
        <translation>indicators: {count}</translation>
    </message>
    <message>
        <source>{count} 处存疑</source>
        <translation>doubts: {count}</translation>
    </message>
    <message>
        <source>{count} 段文字没有归入任务</source>
        <translation>stretches of text in no task: {count}</translation>
    </message>
    <message>
        <source>还有{what}，随时可以从菜单“工作要点…”接着看。</source>
        <translation>Still open: {what}. You can go on with them at any time from the menu, “Work points…”.</translation>
    </message>
    <message>
        <source>与下一项合并</source>
        <translation>Merge with the next</translation>
    </message>
    <message>
        <source>在光标处拆分</source>
        <translation>Split at the cursor</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Reword</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>改变类型</source>
        <translation>Change the kind</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Support units</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>增加指标</source>
        <translation>Add an indicator</translation>
    </message>
    <message>
        <source>到原文</source>
        <translation>To the document</translation>
    </message>
    <message>
        <source>到任务列表</source>
        <translation>To the list of tasks</translation>
    </message>
    <message>
        <source>按提示处理存疑</source>
        <translation>Do as the doubt suggests</translation>
    </message>
    <message>
        <source>下一处存疑</source>
        <translation>Next doubt</translation>
    </message>
    <message>
        <source>没问题</source>
        <translation>It&apos;s fine</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>采用这份工作要点</source>
        <translation>Adopt these work points</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>与下一项合并</source>
        <comment>on a button, short</comment>
        <translation>Merge next</translation>
    </message>
    <message>
        <source>在光标处拆分</source>
        <comment>on a button, short</comment>
        <translation>Split</translation>
    </message>
    <message>
        <source>新增</source>
        <comment>on a button, short</comment>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除</source>
        <comment>on a button, short</comment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>上移</source>
        <comment>on a button, short</comment>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <comment>on a button, short</comment>
        <translation>Down</translation>
    </message>
    <message>
        <source>{day}前</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>牵头 {units}</source>
        <translation>lead: {units}</translation>
    </message>
    <message>
        <source>配合 {units}</source>
        <translation>support: {units}</translation>
    </message>
    <message>
        <source>（没有分部分）</source>
        <translation>(no parts)</translation>
    </message>
    <message>
        <source>（没有标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>不少于</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>不超过</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>全年合计</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>每半年（学期）</source>
        <translation>Half-yearly (term)</translation>
    </message>
    <message>
        <source>每季度</source>
        <translation>Quarterly</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
</context>
<context>
    <name>receipt_command</name>
    <message>
        <source>审核：通过或退回一份填报表，写出签名的审核回执</source>
        <translation>receipt: accept or send back a return, and write signed receipts</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>回执写到哪里，没有就新建</source>
        <translation>where receipts go; made if it is not there</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>UNIT</translation>
    </message>
    <message>
        <source>单位的名称、简称或代码</source>
        <translation>the unit’s name, short name or code</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>PERIOD</translation>
    </message>
    <message>
        <source>哪一期，如 2021-Q2</source>
        <translation>which period, such as 2021-Q2</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>accept</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>send back for correction</translation>
    </message>
    <message>
        <source>没有任何提示的，全部审核通过</source>
        <translation>accept all on which nothing was found</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>COMMENT</translation>
    </message>
    <message>
        <source>总的意见</source>
        <translation>on the return as a whole</translation>
    </message>
    <message>
        <source>编号=意见</source>
        <translation>ID=COMMENT</translation>
    </message>
    <message>
        <source>对一项任务的意见，可以写几次</source>
        <translation>on one task; may be repeated</translation>
    </message>
    <message>
        <source>--unit、--period 要和 --accept 或 --return 一起写</source>
        <translation>--unit and --period go together with --accept or --return</translation>
    </message>
    <message>
        <source>没有要写的回执。</source>
        <translation>No receipt to write.</translation>
    </message>
    <message>
        <source>没有收到过这个单位这一期的填报表。</source>
        <translation>No return of this unit and period is here.</translation>
    </message>
</context>
<context>
    <name>roll_up</name>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>合计（未报取最近一期）</source>
        <translation>Sum, or latest if missing</translation>
    </message>
    <message>
        <source>按{column}加权平均</source>
        <translation>Mean weighted by {column}</translation>
    </message>
    <message>
        <source>不汇总，自己填</source>
        <translation>None: fill it in yourself</translation>
    </message>
    <message>
        <source>加权平均</source>
        <translation>Weighted</translation>
    </message>
    <message>
        <source>不汇总</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{amount}（上期）</source>
        <translation>{amount} (earlier)</translation>
    </message>
    <message>
        <source>○ 无数据</source>
        <translation>○ No data</translation>
    </message>
    <message>
        <source>◔ 待审核</source>
        <translation>◔ Waiting</translation>
    </message>
    <message>
        <source>合计＋上期</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>↩ 退回修改</source>
        <translation>↩ Returned</translation>
    </message>
    <message>
        <source>○ 未报</source>
        <translation>○ Missing</translation>
    </message>
    <message>
        <source>▲ 无权重</source>
        <translation>▲ No weight</translation>
    </message>
    <message>
        <source>没有可采用的下级汇总</source>
        <translation>There is no units&apos; total to take</translation>
    </message>
    <message>
        <source>本级未填，可采用下级汇总</source>
        <translation>Own entry is blank: the units&apos; total can be taken</translation>
    </message>
    <message>
        <source>本级与下级汇总一致</source>
        <translation>Own entry and units&apos; total agree</translation>
    </message>
    <message>
        <source>本级与下级汇总不一致</source>
        <translation>Own entry and units&apos; total differ</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>权重</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>{unit}（手填）</source>
        <translation>{unit} (by hand)</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>指标、任务</source>
        <translation>Target, task</translation>
    </message>
    <message>
        <source>目标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>本级填报</source>
        <translation>Own entry</translation>
    </message>
    <message>
        <source>下级汇总</source>
        <translation>Units&apos; total</translation>
    </message>
    <message>
        <source>汇总方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>未计入</source>
        <translation>Not in it</translation>
    </message>
</context>
<context>
    <name>signers</name>
    <message>
        <source>▲ 这个单位已经有确认过的签名。请先问清楚为什么换：换电脑、遗失，还是有人冒名。</source>
        <translation>▲ This unit has a confirmed signature already. First ask why it is another one now: a new computer, a loss, or somebody pretending.</translation>
    </message>
    <message>
        <source>已撤销，{day}确认</source>
        <translation>revoked, confirmed {day}</translation>
    </message>
    <message>
        <source>{day}确认</source>
        <translation>confirmed {day}</translation>
    </message>
    <message>
        <source>{unit}（{code}）</source>
        <translation>{unit} ({code})</translation>
    </message>
    <message>
        <source>yyyy年M月d日 HH:mm</source>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>{moment}&#x3000;{who}撤销：{reason}</source>
        <translation>{moment}  revoked by {who}: {reason}</translation>
    </message>
    <message>
        <source>{moment}&#x3000;{who}确认，{how}；证书有效期至{day}</source>
        <translation>{moment}  confirmed by {who}, {how}; valid until {day}</translation>
    </message>
    <message>
        <source>{text}；{remark}</source>
        <translation>{text}; {remark}</translation>
    </message>
</context>
<context>
    <name>standing</name>
    <message>
        <source>{names}的签批已经失效；导出前须重新签批。</source>
        <translation>No longer in force: {names}. Sign off again before the export.</translation>
    </message>
    <message>
        <source>▲ 签批之后内容有改动</source>
        <translation>▲ Changed after the sign-off</translation>
    </message>
    <message>
        <source>去签批…</source>
        <translation>Sign off…</translation>
    </message>
    <message>
        <source>原因：{reason}（{name}，{moment}）。</source>
        <translation>Reason: {reason} ({name}, {moment}).</translation>
    </message>
    <message>
        <source>改好后重新签批导出</source>
        <translation>Once it is put right, sign off and export anew</translation>
    </message>
    <message>
        <source>▲ 正在更正第 {before} 次填报表，导出后是第 {sequence} 次</source>
        <translation>▲ Return no. {before} is being corrected; the export will be no. {sequence}</translation>
    </message>
    <message>
        <source>表上会写明代替哪一次。</source>
        <translation>The sheet will say which one it replaces.</translation>
    </message>
    <message>
        <source>{why}{then}；{end}</source>
        <translation>{why} {then}. {end}</translation>
    </message>
    <message>
        <source>已签批：{names}</source>
        <translation>Signed off: {names}</translation>
    </message>
    <message>
        <source>还差{roles}签批；这时改动内容，已有的签批就会失效。</source>
        <translation>Still to sign: {roles}. A change now puts the sign-offs out of force.</translation>
    </message>
    <message>
        <source>可以导出了；这时改动内容，签批就会失效。</source>
        <translation>Ready to export. A change now puts the sign-offs out of force.</translation>
    </message>
    <message>
        <source>● {period}已导出第 {sequence} 次填报表，表单只读</source>
        <translation>● {period}: return no. {sequence} is exported, the form is read-only</translation>
    </message>
    <message>
        <source>{moment} {name}导出，校验码 {code}。要改动，请先写明原因打开本期。</source>
        <translation>Exported by {name} on {moment}, check code {code}. To change anything, first open the period with a reason.</translation>
    </message>
    <message>
        <source>更正…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>● {period}已通过上级审核</source>
        <translation>● {period}: accepted by the superior</translation>
    </message>
    <message>
        <source>本期已锁定；确需更正，请联系上级单位退回。</source>
        <translation>The period is locked; if it must be corrected, ask the superior to send it back.</translation>
    </message>
    <message>
        <source>● 已签批 {moment}</source>
        <translation>● Signed {moment}</translation>
    </message>
    <message>
        <source>→ 下一步</source>
        <translation>→ Next</translation>
    </message>
    <message>
        <source>▲ 内容已改，改正后重新签批</source>
        <translation>▲ Changed since; correct, then sign again</translation>
    </message>
    <message>
        <source>○ 先改正上面的问题</source>
        <translation>○ Correct the findings first</translation>
    </message>
    <message>
        <source>下一步：{role} {name} 签批（第 {place} 步）。</source>
        <translation>Next: {role} {name} signs off (step {place}).</translation>
    </message>
    <message>
        <source>下一步：{role}签批（第 {place} 步）。</source>
        <translation>Next: {role} signs off (step {place}).</translation>
    </message>
    <message>
        <source>▲ 内容已改，等{roles}先签批</source>
        <translation>▲ Changed since; waits for: {roles}</translation>
    </message>
    <message>
        <source>▲ 内容已改，须重新签批</source>
        <translation>▲ Changed since; sign again</translation>
    </message>
    <message>
        <source>可不签；要签，等{roles}先签批</source>
        <translation>Optional; waits for: {roles}</translation>
    </message>
    <message>
        <source>可不签，打印后手写</source>
        <translation>Optional; by hand on paper</translation>
    </message>
    <message>
        <source>○ 等{roles}先签批</source>
        <translation>○ Waits for: {roles}</translation>
    </message>
    <message>
        <source>○ 导出时签批</source>
        <translation>○ Signs by exporting</translation>
    </message>
    <message>
        <source>必签的都签了。下一步：导出。</source>
        <translation>All required sign-offs are there. Next: export.</translation>
    </message>
    <message>
        <source>下一步：导出；填报人随导出一并签批。</source>
        <translation>Next: export. The operator signs off by exporting.</translation>
    </message>
    <message>
        <source>然后：{roles}。</source>
        <translation> Then: {roles}.</translation>
    </message>
</context>
<context>
    <name>take_in_command</name>
    <message>
        <source>收下上级的任务下达表、审核回执</source>
        <translation>take in: assignments and receipts from the superior</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>任务下达表或审核回执，可以有几个</source>
        <translation>assignments or receipts</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>FINGERPRINT</translation>
    </message>
    <message>
        <source>上级单位签名的指纹（已在电话里或当面核对过）</source>
        <translation>fingerprint of the superior’s signature, compared on the phone or in person</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>新建工作区时的填报人</source>
        <translation>who begins, where the workspace is made</translation>
    </message>
    <message>
        <source>已新建工作区</source>
        <translation>workspace made</translation>
    </message>
    <message>
        <source>已收下</source>
        <translation>taken in</translation>
    </message>
    <message>
        <source>以前收过，没有变化</source>
        <translation>known already, nothing changed</translation>
    </message>
    <message>
        <source>审核通过，本期锁定</source>
        <translation>accepted, the period is locked</translation>
    </message>
    <message>
        <source>退回修改，本期已打开</source>
        <translation>sent back, the period is open again</translation>
    </message>
    <message>
        <source>针对的那一次已被更正替代，没有变化</source>
        <translation>for a return that was replaced since; nothing changed</translation>
    </message>
    <message>
        <source>没有收下：请先核对指纹，再用 --confirm 确认</source>
        <translation>not taken in: compare the fingerprint, then confirm it with --confirm</translation>
    </message>
</context>
<context>
    <name>task_tree</name>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>{operator}改定必须签批的人：{roles}</source>
        <translation>{operator} settled who must sign off: {roles}</translation>
    </message>
    <message>
        <source>{moment}&#x3000;{words}</source>
        <translation>{moment}  {words}</translation>
    </message>
    <message>
        <source>{name}作为{role}签批（第 {sequence} 次）</source>
        <translation>{name} signed off as: {role} (return no. {sequence})</translation>
    </message>
    <message>
        <source>，{operator}在电脑前</source>
        <translation>, with {operator} at the keyboard</translation>
    </message>
    <message>
        <source>{operator}导出第 {sequence} 次填报表，校验码 {code}</source>
        <translation>{operator} exported return no. {sequence}, check code {code}</translation>
    </message>
    <message>
        <source>{operator}打开本期更正，将出第 {sequence} 次：{reason}</source>
        <translation>{operator} opened the period for a correction, no. {sequence} to come: {reason}</translation>
    </message>
    <message>
        <source>{operator}给{name}设了 PIN</source>
        <translation>{operator} set a PIN for {name}</translation>
    </message>
    <message>
        <source>{operator}改了{name}的 PIN</source>
        <translation>{operator} changed the PIN of {name}</translation>
    </message>
    <message>
        <source>{operator}取消了{name}的 PIN</source>
        <translation>{operator} took the PIN of {name} away</translation>
    </message>
    <message>
        <source>{operator}重设了{name}的 PIN：{reason}</source>
        <translation>{operator} reset the PIN of {name}: {reason}</translation>
    </message>
</context>
<context>
    <name>trust_command</name>
    <message>
        <source>已确认的签名：列出、撤销、收下换签通知</source>
        <translation>confirmed signatures: list them, revoke one, accept the notice of a new one</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>ACTION</translation>
    </message>
    <message>
        <source>list 列出，revoke 撤销，accept 收下换签通知</source>
        <translation>list, revoke or accept</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>SUBJECT</translation>
    </message>
    <message>
        <source>要撤销的指纹，或换签通知文件</source>
        <translation>the fingerprint to revoke, or the notice to accept</translation>
    </message>
    <message>
        <source>工作区</source>
        <translation>WORKSPACE</translation>
    </message>
    <message>
        <source>哪个工作区（.yaodian）</source>
        <translation>which workspace (.yaodian)</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>为什么撤销</source>
        <translation>why it is revoked</translation>
    </message>
    <message>
        <source>以 JSON 打印结果</source>
        <translation>print the result as JSON</translation>
    </message>
    <message>
        <source>还没有确认过任何签名。在窗口里校验一份填报表，核对指纹并确认，就会列在这里。</source>
        <translation>No signature has been confirmed yet. Verify a return in the window, compare the fingerprint and confirm it; then it is listed here.</translation>
    </message>
    <message>
        <source>{how}，{who}，{day}</source>
        <translation>{how}, {who}, {day}</translation>
    </message>
    <message>
        <source>；已撤销：{reason}</source>
        <translation>; revoked: {reason}</translation>
    </message>
    <message>
        <source>没有确认过这个指纹。</source>
        <translation>No such fingerprint is confirmed.</translation>
    </message>
    <message>
        <source>已撤销：{fingerprint}</source>
        <translation>Revoked: {fingerprint}</translation>
    </message>
    <message>
        <source>{unit}：{old} 由 {new} 接替</source>
        <translation>{unit}: {old} is replaced by {new}</translation>
    </message>
    <message>
        <source>单位改名：原来是 {old}</source>
        <translation>renamed, formerly {old}</translation>
    </message>
</context>
<context>
    <name>verify_command</name>
    <message>
        <source>文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>FINGERPRINT</translation>
    </message>
    <message>
        <source>签名人应有的指纹，空格和大小写随意</source>
        <translation>fingerprint that the signer should have; spaces and case don&apos;t matter</translation>
    </message>
    <message>
        <source>工作区</source>
        <translation>WORKSPACE</translation>
    </message>
    <message>
        <source>按这个工作区里已确认的签名来判断</source>
        <translation>judge by the signatures that this workspace has confirmed</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>与没有改动过的原件逐格比较，列出不同的单元格</source>
        <translation>compare cell by cell with an unaltered copy and list the cells that differ</translation>
    </message>
    <message>
        <source>以 JSON 打印结果</source>
        <translation>print the result as JSON</translation>
    </message>
    <message>
        <source>{name}（代码 {code}）</source>
        <translation>{name} (code {code})</translation>
    </message>
    <message>
        <source>文件</source>
        <comment>before a file name</comment>
        <translation>File</translation>
    </message>
    <message>
        <source>校验一份填报表、下达表或回执：签名之后有没有改动过，是谁签的</source>
        <translation>check a return, an assignment or a receipt: whether it was altered after it was signed, and who signed it</translation>
    </message>
    <message>
        <source>签过名的表（.xlsx），或填报表连同佐证材料的压缩包（.zip）</source>
        <translation>a signed workbook (.xlsx), or a zip of a return and its evidence</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>收表单位</source>
        <translation>For</translation>
    </message>
    <message>
        <source>填报期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Sequence no.</translation>
    </message>
    <message>
        <source>审核结论</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>数据校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>签名指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>本单位的指纹</source>
        <translation>This unit&apos;s fingerprint</translation>
    </message>
    <message>
        <source>签名时间</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>{time}（签名人电脑上的时间）</source>
        <translation>{time} (signer&apos;s clock)</translation>
    </message>
    <message>
        <source>{label}：{value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>▲ 签名时间{ahead}。</source>
        <translation>▲ The signing time is {ahead}.</translation>
    </message>
    <message>
        <source>以上是文件自己写的，没有有效的签名作证。</source>
        <translation>The above is what the file says itself; no valid signature vouches for it.</translation>
    </message>
    <message>
        <source>回执号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>版次</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>· 文件的写法已经变了，不能与原件逐格比较。</source>
        <translation>· The file is written differently now and can&apos;t be compared with the copy cell by cell.</translation>
    </message>
    <message>
        <source>· 与原件逐格比较：内容都一样。</source>
        <translation>· Compared with the copy cell by cell: all the same.</translation>
    </message>
    <message>
        <source>· 单元格 {cell}：原件“{copy}”，文件里“{file}”</source>
        <translation>· Cell {cell}: the copy says “{copy}”, the file says “{file}”</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>推进中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>滞后</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>填报人</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>单位负责人</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>定量任务</source>
        <translation>Quantified task</translation>
    </message>
    <message>
        <source>节点任务</source>
        <translation>Milestone task</translation>
    </message>
    <message>
        <source>常态任务</source>
        <translation>Ongoing task</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>配合</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>进展填报表</source>
        <translation>Progress return</translation>
    </message>
    <message>
        <source>任务下达表</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>审核回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Returned for correction</translation>
    </message>
    <message>
        <source>达进度</source>
        <translation>On track</translation>
    </message>
    <message>
        <source>偏慢</source>
        <translation>Slow</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>电话里核对</source>
        <translation>by telephone</translation>
    </message>
    <message>
        <source>当面核对</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>由旧签名担保</source>
        <translation>announced by the old key</translation>
    </message>
    <message>
        <source>本单位的</source>
        <translation>own</translation>
    </message>
    <message>
        <source>yyyy年M月</source>
        <comment>a month with its year, in Qt&apos;s format</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>{year}年第{ordinal}季度</source>
        <translation>Q{ordinal} {year}</translation>
    </message>
    <message>
        <source>{year}年上半年</source>
        <translation>First half of {year}</translation>
    </message>
    <message>
        <source>{year}年下半年</source>
        <translation>Second half of {year}</translation>
    </message>
    <message>
        <source>{year}年全年</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>一二三四</source>
        <comment>the four ordinals of quarters, one character each</comment>
        <translation>1234</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <comment>a date with its year, in Qt&apos;s format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>M月d日</source>
        <comment>a date without its year, in Qt&apos;s format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>、</source>
        <comment>between names that are listed</comment>
        <translation>, </translation>
    </message>
</context>
</TS>
