//! The one table of commands: key look-up, footer, menu, `docs/keys.md` and confirmations are read from it.

use super::declare::commands;
use crate::app::command::{Common, Group, Guard, Letter, Scope, Spec};
use crate::domain::Kind;

commands! {
    /// What only a question can be asked to do.
    Dialog DialogCommand {
        Dialog = Take                           ["enter"]                    "choose"    Keys   "Take the marked answer";
        Dialog = Down                           ["right", "tab", "down", "l", "j"] ""          Keys   "Go to the next answer";
        Dialog = Up                             ["left", "shift-tab", "up", "h", "k"] ""          Keys   "Go to the answer before";
        Dialog Yes "ask.yes"                    ["y"]                        "yes"       Keys   "Go ahead" if HasTwoAnswers;
        Dialog Nth "ask.nth"                    ["1", "2", "3", "4", "5", "6", "7", "8", "9"] "" Keys   "Take the answer of this number";
        Dialog = Back                           ["esc", "n"]                 "back"      Keys   "Change nothing";

        Palette = Take                       ["enter"]                    "run"       Keys   "Run the marked command";
        Palette = Down                       ["down", "ctrl-n"]           ""          Keys   "Go to the next command";
        Palette = Up                         ["up", "ctrl-p"]             ""          Keys   "Go to the command before";
        Palette = PageDown                   ["pgdn"]                     ""          Keys   "Go down a page of commands";
        Palette = PageUp                     ["pgup"]                     ""          Keys   "Go up a page of commands";
        Palette = Back                       ["esc", "f10"]               "back"      Keys   "Run nothing";

        Menu = PageDown                      ["pgdn", "space"]            ""          Keys   "Turn to the next page of the menu, where one has no room for all";
        Menu = PageUp                        ["pgup"]                     ""          Keys   "Turn to the page before";
        Menu = Back                          ["esc", "f10"]               "back"      Keys   "Close the menu";

        Strip = Back                         ["esc"]                      "back"      Keys   "Add nothing";

        Goto = Back                          ["esc"]                      "back"      Keys   "Stay where one is";

        Help = Down                          ["down", "j"]                ""          Keys   "Go a line down";
        Help = Up                            ["up", "k"]                  ""          Keys   "Go a line up";
        Help = PageDown                      ["pgdn", "space"]            "next page" Keys   "Go a page down";
        Help = PageUp                        ["pgup"]                     ""          Keys   "Go a page up";
        Help = Back                          ["esc", "q", "?", "f1"]      "back"      Keys   "Close the help";
    }

    /// What only the inbox can be asked to do.
    Inbox InboxCommand {
        Inbox = Take                         ["enter"]                    "keep"      Keys   "Keep it: what it holds comes into the book, and the file is put away";
        Inbox = Down                         ["down", "j"]                ""          Keys   "Go to the next file";
        Inbox = Up                           ["up", "k"]                  ""          Keys   "Go to the file before";
        Inbox = PageDown                     ["pgdn", "space"]            ""          Keys   "Go down a page of what the file holds";
        Inbox = PageUp                       ["pgup"]                     ""          Keys   "Go up a page of what the file holds";
        Inbox = Back                         ["esc", "q"]                 "back"      Keys   "Leave everything where it is";
        Inbox FromFile "inbox.from-file"     ["f"]                        "a file from elsewhere" Keys "Bring in a file that lies somewhere else";
    }

    /// What only the box that asks for a file can be asked to do.
    FromFile FromFileCommand {
        FromFile = Take                      ["enter"]                    "open"      Keys   "Open the marked file, or go into the marked folder";
        FromFile Complete "file.complete"    ["tab"]                      "complete"  Keys   "Take over the name of the marked one";
        FromFile = Down                      ["down", "ctrl-n"]           ""          Keys   "Go to the next one";
        FromFile = Up                        ["up", "ctrl-p"]             ""          Keys   "Go to the one before";
        FromFile = PageDown                  ["pgdn"]                     ""          Keys   "Go down a page of them";
        FromFile = PageUp                    ["pgup"]                     ""          Keys   "Go up a page of them";
        FromFile = Back                      ["esc"]                      "back"      Keys   "Bring nothing in";
    }

    /// What only the columns of a file can be asked to do.
    Columns ColumnsCommand {
        Columns Preview "columns.preview"    ["p"]                        "preview"   Keys   "See what would come in, row by row; nothing is changed by it";
        Columns = Take                       ["enter"]                    "field"     Keys   "Say to which field the marked column goes";
        Columns Custom "columns.custom"      ["x", "delete"]              "custom"    Keys   "Keep the marked column among the custom fields";
        Columns Kind "columns.kind"          ["r"]                        "rows are …" Keys  "Say what each row is: a client, a person, a task, …";
        Columns = Down                       ["down", "j"]                ""          Keys   "Go to the next column";
        Columns = Up                         ["up", "k"]                  ""          Keys   "Go to the column before";
        Columns = PageDown                   ["pgdn", "space"]            ""          Keys   "Go down a page of columns";
        Columns = PageUp                     ["pgup"]                     ""          Keys   "Go up a page of columns";
        Columns = Back                       ["esc", "q"]                 "back"      Keys   "Bring nothing of it in";
    }

    /// What only the rows of a file can be asked to do.
    Incoming IncomingCommand {
        Incoming = Take                      ["enter"]                    "import"    Keys   "Bring it in, as one change";
        Incoming Turn "incoming.turn"        ["tab", "."]                 "which rows" Keys  "Turn to the new rows, those that change something, those to look at, those not taken";
        Incoming TurnBack "incoming.turn-back" ["shift-tab", ","]         ""          Keys   "Turn back to the rows before";
        Incoming Columns "incoming.columns"  ["c"]                        "columns"   Keys   "Say where the columns go";
        Incoming Mend "incoming.mend"        ["w"]                        "write out" Keys   "Write the rows that are not taken to a file, to mend them and import that";
        Incoming Takes "incoming.takes"      ["m"]                        "new or known" Keys "Take new ones alone, known ones alone, or both";
        Incoming Differ "incoming.differ"    ["f"]                        "file or book" Keys "Where they differ, let the file win or the book";
        Incoming = Down                      ["down", "j"]                ""          Keys   "Go to the next row of it";
        Incoming = Up                        ["up", "k"]                  ""          Keys   "Go to the row of it before";
        Incoming = PageDown                  ["pgdn", "space"]            ""          Keys   "Go down a page of its rows";
        Incoming = PageUp                    ["pgup"]                     ""          Keys   "Go up a page of its rows";
        Incoming = Back                      ["esc", "q"]                 "back"      Keys   "Bring nothing of it in";
    }

    /// What only a line that is captured can be asked to do.
    Capture CaptureCommand {
        Names = Take                         ["tab"]                      "take name" Keys   "Take the marked name";
        Names = Down                         ["down", "ctrl-n"]           ""          Keys   "Go to the next name";
        Names = Up                           ["up", "ctrl-p"]             ""          Keys   "Go to the name before";
        Capture Keep "capture.keep"          ["enter"]                    "keep"      Keys   "Keep what was understood";
        Capture Correct "capture.form"       ["alt-e"]                   "correct"   Keys   "Correct it in a form; what becomes several records is kept first";
        Capture = Back                       ["esc"]                      "back"      Keys   "Go back; the line is kept for the next time";
    }

    /// What only the strip that copies and opens can be asked to do.
    Reach ReachCommand {
        Reach Phone "reach.phone"            ["p"]                        "phone"     Keys   "Take the phone";
        Reach Mail "reach.mail"              ["m"]                        "mail"      Keys   "Take the mail address";
        Reach Page "reach.page"              ["w"]                        "web"       Keys   "Take the page of the web";
        Reach File "reach.file"              ["f"]                        "file"      Keys   "Take the file";
        Reach Row "reach.row"                ["y"]                        "row"       Keys   "Copy the whole row, with tabs between its cells";
        Reach Nth "reach.nth"                ["1", "2", "3", "4", "5", "6", "7", "8", "9"] "" Keys "Take the one of this number";
        Reach = Back                         ["esc", "q"]                 "back"      Keys   "Copy and open nothing";
    }

    /// What only a month can be asked to do.
    Month MonthCommand {
        Month = Take                         ["enter"]                    "open"      Keys   "Go to what falls on the day; there, open it";
        Month Turn "month.turn"              ["tab"]                      "days, rows" Keys  "From the days to what falls on the marked one, and back";
        Month Next "month.next"              ["right", "l"]               ""          Keys   "Go to the next day";
        Month Previous "month.previous"      ["left", "h"]                ""          Keys   "Go to the day before";
        Month = Down                         ["down", "j"]                ""          Keys   "Go a week on; among what falls on the day to the next";
        Month = Up                           ["up", "k"]                  ""          Keys   "Go a week back; among what falls on the day to the one before";
        Month = PageDown                     ["pgdn", "."]                "next month" Keys  "Go to the next month";
        Month = PageUp                       ["pgup", ","]                ""          Keys   "Go to the month before";
        Month Today "month.today"            ["t", "home"]                "today"     Keys   "Go to today";
        Month = Back                         ["esc", "q", "M"]            "back"      Keys   "Back to the days; from these, close the month";
    }

    /// What only the list of what is likely in the book twice can be asked to do.
    Pairs PairsCommand {
        Pairs = Take                         ["enter"]                    "side by side" Keys "Put the two side by side, to merge them";
        Pairs Apart "pairs.apart"            ["n"]                        "not the same" Keys "They are not the same: they are not offered again" if IsWritable;
        Pairs Left "pairs.left"              ["left", "h"]                "open one"  Keys   "Open the first of the two";
        Pairs Right "pairs.right"            ["right", "l"]               "open other" Keys  "Open the second of the two";
        Pairs = Down                         ["down", "j"]                ""          Keys   "Go to the next pair";
        Pairs = Up                           ["up", "k"]                  ""          Keys   "Go to the pair before";
        Pairs = PageDown                     ["pgdn", "space"]            ""          Keys   "Go down a page of pairs";
        Pairs = PageUp                       ["pgup"]                     ""          Keys   "Go up a page of pairs";
        Pairs = Back                         ["esc", "q"]                 "back"      Keys   "Close the list";
    }

    /// What only two records side by side can be asked to do.
    Merge MergeCommand {
        Merge = Take                         ["enter", "ctrl-s"]          "merge"     Keys   "Make one of the two, as one change that undo takes back";
        Merge Left "merge.left"              ["left", "h"]                "left one"  Keys   "Take the left one: of this field, or as the record that stays";
        Merge Right "merge.right"            ["right", "l"]               "right one" Keys   "Take the right one: of this field, or as the record that stays";
        Merge Both "merge.both"              ["space", "b"]               "both"      Keys   "Take both, in a field that has room for both";
        Merge AllLeft "merge.all-left"       ["H"]                        ""          Keys   "Take the left one of every field";
        Merge AllRight "merge.all-right"     ["L"]                        ""          Keys   "Take the right one of every field";
        Merge = Down                         ["down", "j", "tab"]         ""          Keys   "Go to the next field";
        Merge = Up                           ["up", "k", "shift-tab"]     ""          Keys   "Go to the field before";
        Merge = PageDown                     ["pgdn"]                     ""          Keys   "Go down a page of fields";
        Merge = PageUp                       ["pgup"]                     ""          Keys   "Go up a page of fields";
        Merge = Back                         ["esc", "q"]                 "back"      Keys   "Change nothing";
    }

    /// What only a text that is read can be asked to do.
    Viewer ViewerCommand {
        Viewer Copy "reader.copy"            ["y"]                        "copy"      Keys   "Put the text on the clipboard";
        Viewer Mail "reader.mail"            ["m"]                        "mail"      Keys   "Open the message in the mail program" if IsMessage;
        Viewer Edit "reader.edit"            ["e"]                        "edit"      Keys   "Change the text in $VISUAL or $EDITOR before it is taken elsewhere";
        Viewer File "reader.file"            ["f"]                        "file"      Keys   "Write the text to a file";
        Viewer Sent "reader.sent"            ["s"]                        "sent"      Keys   "Write down that the report was sent" if GoesOut;
        Viewer Language "reader.language"    ["l"]                        "language"  Keys   "Write the report in the other language" if IsReport;
        Viewer = Down                        ["down", "j"]                ""          Keys   "Go a line down";
        Viewer = Up                          ["up", "k"]                  ""          Keys   "Go a line up";
        Viewer = PageDown                    ["pgdn", "space"]            ""          Keys   "Go a page down";
        Viewer = PageUp                      ["pgup"]                     ""          Keys   "Go a page up";
        Viewer = Back                        ["esc", "q"]                 "back"      Keys   "Close the text";

        // Choosing by typing
        Picker = Take                        ["enter"]                    "take"      Keys   "Take the marked one";
        Picker = Down                        ["down", "ctrl-n", "tab"]    ""          Keys   "Go to the next one";
        Picker = Up                          ["up", "ctrl-p", "shift-tab"] ""          Keys   "Go to the one before";
        Picker = PageDown                    ["pgdn"]                     ""          Keys   "Go down a page of choices";
        Picker = PageUp                      ["pgup"]                     ""          Keys   "Go up a page of choices";
        Picker = Back                        ["esc"]                      "back"      Keys   "Choose nothing";
    }

    /// What only the search for a record can be asked to do.
    Find FindCommand {
        // Finding a record
        Find Copy "find.copy"                ["ctrl-y"]                   "copy"      Keys   "Copy a phone, a mail address or a page of the marked one";
    }

    /// What only the box that asks for a day can be asked to do.
    Later LaterCommand {
        Later = Take                         ["enter", "ctrl-s"]          "put off"   Keys   "Take the marked day, or the one that is typed";
        Later Turn "later.turn"              ["tab"]                      "snooze or postpone" Keys   "Only out of Today, or its date moves";
        Later = Down                         ["down"]                     ""          Keys   "Go to the next day on offer";
        Later = Up                           ["up"]                       ""          Keys   "Go to the day on offer before";
        Later NextDay "later.next-day"       ["ctrl-n"]                   "day on"    Keys   "Go a day on in the calendar";
        Later DayBefore "later.day-before"   ["ctrl-p"]                   ""          Keys   "Go a day back in the calendar";
        Later NextMonth "later.next-month"   ["pgdn"]                     "month on"  Keys   "Go a month on in the calendar";
        Later MonthBefore "later.month-before" ["pgup"]                   ""          Keys   "Go a month back in the calendar";
        Later = Back                         ["esc"]                      "back"      Keys   "Change nothing";

        WriteTo = Take                       ["enter", "ctrl-s"]          "write"     Keys   "Write it to this file";
        WriteTo = Back                       ["esc"]                      "back"      Keys   "Write nothing";
    }

    /// What only the list of what a date pushes can be asked to do.
    Pushed PushedCommand {
        Pushed = Take                        ["enter", "y"]               "move marked" Keys   "Save it, and move what is marked with it";
        Pushed Toggle "pushed.toggle"        ["space", "x"]               "move or leave" Keys   "Move this one with it, or leave it where it is";
        Pushed All "pushed.all"              ["a"]                        "all or none" Keys   "Mark all of them, or none";
        Pushed = Down                        ["down", "j", "tab"]         ""          Keys   "Go to the next one";
        Pushed = Up                          ["up", "k", "shift-tab"]     ""          Keys   "Go to the one before";
        Pushed = PageDown                    ["pgdn"]                     ""          Keys   "Go down a page";
        Pushed = PageUp                      ["pgup"]                     ""          Keys   "Go up a page";
        Pushed = Back                        ["esc", "n"]                 "back"      Keys   "Go back to the form; nothing is saved";
    }

    /// What only a form can be asked to do.
    Form FormCommand {
        Suggest = Take                       ["enter", "tab"]             "take"      Keys   "Take the marked suggestion";
        Suggest = Down                       ["down", "ctrl-n"]           ""          Keys   "Go to the next suggestion";
        Suggest = Up                         ["up", "ctrl-p"]             ""          Keys   "Go to the suggestion before";
        Suggest = Back                       ["esc"]                      "drop"      Keys   "Drop what was typed to find one";

        Choice NextChoice "choice.next"      ["right"]                    "change"    Keys   "Take the next choice";
        Choice PreviousChoice "choice.back"  ["left"]                     ""          Keys   "Take the choice before";

        Long Break "long.break"              ["enter"]                    "new line"  Keys   "Begin a new line";
        Long = Down                          ["down"]                     ""          Keys   "Go a line down, from the last to the next field";
        Long = Up                            ["up"]                       ""          Keys   "Go a line up, from the first to the field before";
        Long Editor "long.editor"            ["alt-e"]                   "editor"    Keys   "Write this text in $VISUAL or $EDITOR";

        Form Save "form.save"                ["enter", "ctrl-s", "f2"]    "save"      Keys   "Save what is written";
        Form Next "form.next"                ["tab"]                      "next"      Keys   "Go to the next field; behind the last one the rest folds out";
        Form Previous "form.previous"        ["shift-tab"]                ""          Keys   "Go to the field before";
        Form = Down                          ["down"]                     "choose"    Keys   "Go to what is offered below, else to the next field";
        Form = Up                            ["up"]                       ""          Keys   "Go to the field before";
        Form = PageDown                      ["pgdn"]                     ""          Keys   "Go down a page of fields";
        Form = PageUp                        ["pgup"]                     ""          Keys   "Go up a page of fields";
        Form = Back                          ["esc"]                      "back"      Keys   "Go back; asks first when something was written";
        Form Alike "form.alike"              ["alt-o"]                    "open alike" Keys  "Look at the client or person of the book that is like this one";
        Form Help "form.help"                ["f1"]                       ""          Keys   "What the keys do in this form";

        Day NextDay "day.next"               ["ctrl-n"]                   "day on"    Keys   "Go a day on in the calendar";
        Day DayBefore "day.before"           ["ctrl-p"]                   ""          Keys   "Go a day back in the calendar";
        Day NextMonth "day.next-month"       ["pgdn"]                     "month on"  Keys   "Go a month on in the calendar";
        Day MonthBefore "day.month-before"   ["pgup"]                     ""          Keys   "Go a month back in the calendar";

        Filter = Take                        ["enter", "down", "tab"]     "keep"      Keys   "Go to the rows that are left";
        Filter = Back                        ["esc"]                      "show all"  Keys   "Show every row again";
    }

    /// What can be done wherever text is typed.
    Text TextCommand {
        Text Left "text.left"                ["left", "ctrl-b"]           ""          Keys   "Go a letter to the left";
        Text Right "text.right"              ["right", "ctrl-f"]          ""          Keys   "Go a letter to the right";
        Text WordLeft "text.word-left"       ["ctrl-left", "alt-b", "alt-left"] ""          Keys   "Go a word to the left";
        Text WordRight "text.word-right"     ["ctrl-right", "alt-f", "alt-right"] ""          Keys   "Go a word to the right";
        Text Home "text.home"                ["home", "ctrl-a"]           ""          Keys   "Go to the start of the line";
        Text End "text.end"                  ["end", "ctrl-e"]            ""          Keys   "Go to the end of the line";
        Text Erase "text.erase"              ["backspace", "ctrl-h"]      ""          Keys   "Take away the letter before";
        Text Delete "text.delete"            ["delete", "ctrl-d"]         ""          Keys   "Take away the letter under the cursor";
        Text EraseWord "text.erase-word"     ["ctrl-w", "alt-backspace"]  ""          Keys   "Take away the word before";
        Text EraseLine "text.erase-line"     ["ctrl-u"]                   ""          Keys   "Take away all before, back to the start of the line";
        Text EraseRest "text.erase-rest"     ["ctrl-k"]                   ""          Keys   "Take away all behind, to the end of the line";
        Text DeleteWord "text.delete-word"   ["alt-d"]                    ""          Keys   "Take away the word behind";
        Text PutBack "text.put-back"         ["ctrl-y"]                   ""          Keys   "Put back what was taken away last in one piece";
    }

    /// What turns the record in sight to one of its pages.
    Page PageCommand {
        Move Overview "page.overview"        []                           ""          Pages  "Turn to the overview" page "overview" called "Overview" goes "o" also "summary start first";
        Move Health "page.health"            []                           ""          Pages  "Turn to the health of the client" page "health" called "Health" goes "h" also "score mood";
        Move People "page.people"            []                           ""          Pages  "Turn to the people" page "people" called "People" goes "p" also "contacts stakeholders who";
        Move Projects "page.projects"        []                           ""          Pages  "Turn to the projects" page "projects" called "Their projects" goes "j";
        Move Agreements "page.agreements"    []                           ""          Pages  "Turn to the agreements, on the line of a year" page "agreements" called "Their agreements" goes "s" also "contracts notice";
        Move Tasks "page.tasks"              []                           ""          Pages  "Turn to the tasks" page "tasks" called "Tasks" goes "k" also "todo";
        Move Plan "page.plan"                []                           ""          Pages  "Turn to the plan" page "plan" called "Plan" goes "n" also "gantt chart schedule";
        Move ByStatus "page.by-status"       []                           ""          Pages  "Turn to the tasks by status" page "by status" called "By status" goes "u" also "board kanban";
        Move ByDepartment "page.by-department" []                         ""          Pages  "Turn to the tasks by department" page "by department" called "By department" goes "b" also "board";
        Move Team "page.team"                []                           ""          Pages  "Turn to the team" page "team" called "Team" goes "m" also "members";
        Move OpenWork "page.open-work"       []                           ""          Pages  "Turn to the open work" page "open work" called "Open work" goes "e" also "tasks requests";
        Move Waiting "page.waiting"          []                           ""          Pages  "Turn to what waits for others" page "waiting" called "Waiting" goes "w" also "ball held";
        Move Holders "page.holders"          []                           ""          Pages  "Turn to who holds what" page "holders" called "Who holds what" goes "r" also "ball waiting bars";
        Move Load "page.load"                []                           ""          Pages  "Turn to the load of the weeks to come" page "load" called "Load" goes "l" also "hours workload";
        Move HeatMap "page.heat-map"         []                           ""          Pages  "Turn to the load of all departments" page "heat map" called "Heat map" goes "a" also "workload";
        Move Promises "page.promises"        []                           ""          Pages  "Turn to the promises kept and broken" page "promises" called "Promises" goes "i";
        Move Timeline "page.timeline"        []                           ""          Pages  "Turn to what happened" page "timeline" called "Timeline" goes "t" also "activity touches log";
        Move Details "page.details"          []                           ""          Pages  "Turn to all its fields" page "details" called "Details" goes "d" also "fields all";
        Move History "page.history"          []                           ""          Pages  "Turn to what was changed, when and by whom" page "history" called "History" goes "y" also "changes audit";
    }

    /// What can be done with lists, records and the book.
    Desk DeskCommand {
        Move = Take                          ["enter"]                    "open"      Record "Open what is chosen" if HasRow called "Open" also "show view read record";
        Desk Strip "add.open"                ["a"]                        "add"       Add    "Add something: what this list shows, or anything else by a letter" if CanAdd called "Add …" also "new create write";
        Desk Add "record.add"                []                           ""          Add    "Add one more of what this list shows" if CanAdd called "One of this list" adds "a" also "new create";
        Desk Edit "record.edit"              ["e"]                        "edit"      Record "Change what is chosen" if CanEdit called "Edit" also "change modify update rename correct";
        Desk + Interaction "touch.add"       ["i"]                        "log"       Add    "Log a call, meeting, mail, visit, message or note" if IsWritable called "Log call or mail" adds "i" also "log touch call meeting mail email visit message note contact happened interaction write journal phone";
        Desk + Task "task.add"               ["t"]                        "task"      Add    "Add a task" if IsWritable called "Task" adds "t" also "new create todo follow-up reminder job";
        Desk + Request "request.add"         ["r"]                        "request"   Add    "Add what a client wishes for" if IsWritable called "Request" adds "r" also "new create wish ticket order ask issue";
        Desk ToggleDone "task.done"          ["x"]                        "done"      Record "Tick off: a task, milestone, obligation, report or project; a request is done, then told; a decision is taken; a birthday or a term is seen" if CanTick called "Done" also "seen decided complete finish close tick check resolve ready reached";
        Desk SetTier "client.tier"           ["#"]                        "tier"      Record "Say how much care a client is owed: tier A, B or C" if HasClient called "Tier" also "level class rank importance abc";
        Desk MergeWith "record.merge"        []                           ""          Record "Make one of this client or person and another one that stands for the same" if CanMerge called "Merge with …" also "join unite duplicate double twice same combine dedupe";
        Desk ExportPerson "person.export"    []                           ""          Record "Say how all data of this person are written out" if IsPerson called "Export personal data …" also "gdpr privacy access portability data subject copy";
        Desk ErasePerson "person.erase"      []                           ""          Record "Say how this person is erased for good" if IsPerson called "Erase this person …" also "gdpr privacy forget delete remove purge right";
        Desk TellMove "promise.told"         []                           ""          Record "Note that the client was told that a promise moved" if HasMove called "Client was told of a move" also "inform notify tell";
        Desk ShowPromises "promise.show"     ["%"]                        "promises"  Record "Promises kept and broken: of this client, department or person" if HasPromises called "Promises kept" also "statistics reliability punctual report rate";
        Desk Postpone "record.postpone"      ["+"]                        "postpone"  Record "Move its date to another day: fri, in 3 days, 24/12" if HasDate called "Postpone" also "reschedule delay defer later move date due deadline put off";
        Desk Snooze "record.snooze"          ["z"]                        "snooze"    Record "Keep it out of Today until a day; no date changes. Again ends it" if CanSnooze called "Snooze" also "later hide mute remind tomorrow sleep put off wait";
        Desk Renew "agreement.renew"         ["W"]                        "renew"     Record "Renew an agreement: the next term is written down, the old one is kept" if HasTerm called "Renew" also "extend prolong agreement contract term";
        Desk Pass "ball.pass"                ["f", ">"]                        "forward"   Record "Pass the ball: say who holds a request or a task now" if HasBall called "Forward" also "pass assign delegate hand over give ball owner reassign";
        Desk MakePlaybook "playbook.make"    ["K"]                        ""          Record "Make a playbook of a project: its milestones and tasks, in days from its start" if HasSteps called "Make it a playbook" also "template copy pattern";
        Desk Filter "list.filter"            ["/"]                        "filter"    List   "Show only rows with these words" if IsBrowsing called "Filter" also "search narrow only limit words";
        Desk Copy "record.copy"              ["y"]                        ""          Record "Copy a phone, a mail address or the whole row" if HasSubject called "Copy …" also "yank clipboard phone number mail address row";
        Desk Launch "record.open-with"       ["o"]                        ""          Record "Open in another program: mail, telephone, browser, file" if HasWays called "Open with …" also "mail write call dial phone browser web website page link file launch email";
        Desk Delete "record.delete"          ["d", "delete"]              "delete"    Record "Delete what is chosen; it goes to the bin" if CanEdit called "Delete" also "remove erase bin trash throw away";
        Desk + Contact "person.add"          ["p"]                        "person"    Add    "Add a person, at this client or in this department" if IsWritable called "Person" adds "p" also "new create contact colleague people stakeholder";
        Desk + Project "project.add"         ["P"]                        ""          Add    "Add a project" if IsWritable called "Project" adds "j" also "new create";
        Desk + Milestone "milestone.add"     ["m"]                        "milestone" Add    "Add a milestone of this project" if HasProject called "Milestone" adds "m" also "new create step deadline";
        Desk + Member "member.add"           ["T"]                        ""          Add    "Take somebody into the team of this project" if HasProject called "Team member" adds "w" also "new create team role assign staff";
        Desk + Agreement "agreement.add"     []                           ""          Add    "Add an agreement" if IsWritable called "Agreement" adds "g" also "new create contract retainer framework sla";
        Desk + Obligation "obligation.add"   ["O"]                        "obligation" Add    "Add what this agreement obliges to" if HasAgreement called "Obligation" adds "o" also "new create duty owe";
        Desk + Feedback "feedback.add"       ["F"]                        ""          Add    "Add what the client thought" if IsWritable called "Feedback" adds "f" also "new create satisfaction opinion complaint praise score csat nps";
        Desk + Decision "decision.add"       ["N"]                        ""          Add    "Add an approval or a decision" if IsWritable called "Approval or decision" adds "d" also "new create approve approval";
        Desk + Absence "absence.add"         ["A"]                        "absence"   Add    "Add days this person is away" if HasColleague called "Days away" adds "b" also "new create absence holiday vacation leave sick";
        Desk + Playbook "playbook.add"       []                           ""          Add    "Add a playbook: the milestones and tasks that projects of a kind begin with" if IsWritable called "Playbook" adds "k" also "new create template";
        Desk + Calendar "calendar.add"       []                           ""          Add    "Add days off: a weekend and holidays" if IsWritable called "Calendar of days off" adds "l" also "new create holidays weekend";
        Desk + CustomField "field.add"       []                           ""          Add    "Add a field of your own" if IsWritable called "Field of your own" adds "y" also "new create custom property attribute column";
        Desk + Client "client.add"           ["C"]                        "client"    Add    "Add a client" if IsWritable called "Client" adds "c" also "new create company account customer";
        Desk + Department "department.add"   ["D"]                        ""          Add    "Add a department" if IsWritable called "Department" adds "e" also "new create team unit";
        Desk View "list.view"                ["."]                        ""          List   "Show the active ones, all of them, …; in a plan weeks, then all of it" if HasViews called "Next view" also "show all active tab switch";
        Desk ViewBefore "list.view-before"   [","]                        ""          List   "Go back to the view before" if HasViews called "View before" also "previous show switch";
        Desk Sort "list.sort"                ["S"]                        ""          List   "Sort the rows by another column" if IsBrowsing called "Sort" also "order by arrange column";
        Desk Reverse "list.reverse"          ["R"]                        ""          List   "Reverse the order of the rows" if IsBrowsing called "Reverse order" also "turn descending ascending";
        Desk WriteList "list.write"          ["X"]                        ""          List   "Write the list as it stands to a file: its rows, order and columns" if IsBrowsing called "Write to a file" also "export save csv excel xlsx spreadsheet json table print";
        Desk Layout "list.layout"            ["="]                        ""          List   "List and record side by side, the list alone, the record alone" if IsBrowsing called "List, both, record" also "zoom split full fullscreen screen width pane layout maximize";

        // Moving about
        Move = Down                          ["down", "j"]                ""          Move   "Go to the next row" called "Next row";
        Move = Up                            ["up", "k"]                  ""          Move   "Go to the row before" called "Row before";
        Move = PageDown                      ["pgdn", "ctrl-d"]           ""          Move   "Go down a page" called "Page down" also "scroll";
        Move = PageUp                        ["pgup", "ctrl-u"]           ""          Move   "Go up a page" called "Page up" also "scroll";
        Move Goto "move.goto"                ["g"]                        "page …"    Move   "Go by a letter: to a page of the record, or to the first row" called "Go to page …" also "jump tab prefix";
        Move First "move.first"              ["home"]                     ""          Move   "Go to the first row" called "First row" goes "g" also "top start beginning";
        Move Last "move.last"                ["end", "G"]                 ""          Move   "Go to the last row" called "Last row" also "bottom end";
        Move Into "move.into"                ["right", "l"]               ""          Move   "Go into the record on the right; open a folded section" if HasRow called "Enter record" also "right unfold expand";
        Move Out "move.out"                  ["left", "h"]                ""          Move   "Go back to the list; there, fold the section" called "List, or fold" also "left collapse";
        Move NextPart "move.next-section"    ["}"]                        ""          Move   "Go to the next section of the list" if HasSections called "Next section" also "jump group";
        Move PreviousPart "move.previous-section" ["{"]                   ""          Move   "Go to the section before" if HasSections called "Section before" also "jump group";
        Move NextTab "move.next-tab"         ["tab", "]"]                 "next page" Move   "Turn to the next page of the record" if HasSubject called "Next page" also "tab";
        Move PreviousTab "move.previous-tab" ["shift-tab", "["]           ""          Move   "Turn to the page of the record before" if HasSubject called "Page before" also "tab";
        Move = Back                          ["esc", "backspace"]         "back"      Move   "Go one step back" called "One step back" also "cancel escape";

        // Everywhere
        Global GoToday "go.today"            ["1"]                        ""          Go     "Today: what needs you now, and why" called "Today" also "agenda home dashboard urgent inbox";
        Global GoClients "go.clients"        ["2"]                        ""          Go     "Clients: whom we serve" called "Clients" also "companies accounts customers";
        Global GoProjects "go.projects"      ["3"]                        ""          Go     "Projects: what we do for them" called "Projects" also "plans";
        Global GoDepartments "go.departments" ["4"]                        ""          Go     "Departments: who carries it out" called "Departments" also "teams units load capacity workload";
        Global GoRequests "go.requests"      ["5"]                        ""          Go     "Requests: what the clients wish for, and who holds the ball" called "Requests" also "wishes tickets issues";
        Global GoAgreements "go.agreements"  ["6"]                        ""          Go     "Agreements: what binds us, and until when" called "Agreements" also "contracts retainers";
        Global GoJournal "go.journal"        ["7"]                        ""          Go     "Journal: what happened" called "Journal" also "timeline activity log events history happened";
        Global GoWaiting "go.waiting"        ["w"]                        ""          Go     "Waiting: what others hold, oldest first" called "Waiting for others" also "blocked pending stuck ball held";
        Global GoMonth "go.month"            ["M"]                        ""          Go     "The month: promises, notice days, what is due, meetings, absences, birthdays" called "Month" also "calendar days week agenda schedule";
        Global GoBack "go.back"              ["H", "ctrl-o"]              ""          Go     "Back to the list, card or page where you were before" if HasBefore called "Back to before" also "previous history last where was visited";
        Global GoForward "go.forward"        ["L"]                        ""          Go     "Forward again, after going back" if HasAfter called "Forward again" also "next history visited";
        Global Capture "capture.open"        ["c"]                        "capture"   Add    "Capture one line: a touch, a wish, a task, with names and dates" if IsWritable called "Capture a line" also "quick note jot write type inbox";
        Desk Brief "brief.open"              ["b"]                        "brief"     Record "One page before a call: where we stand with this client or project" if HasBrief called "Brief" also "summary prepare call print page export copy";
        Desk Report "report.open"            ["E"]                        "report"    Record "Write a report: minutes, weekly status, review, handover, work order, portfolio" if CanReport called "Report …" also "reports minutes meeting review status week handover order portfolio client letter print html markdown stand-in";
        Desk Nudge "ball.nudge"              ["n"]                        "nudge"     Record "Remind whoever holds it, of all that lies with them" if HasNudge called "Nudge" also "remind reminder chase ping email mail message ask";
        Global Find "go.find"                ["s"]                        "find"      Go     "Find anything by typing" if HasRecords called "Find anything" also "search look jump go open";
        Global Playbooks "go.playbooks"      []                           ""          Go     "Playbooks: what projects of a kind begin with" if HasPlaybooks called "Playbooks" also "templates";
        Global Calendars "go.calendars"      []                           ""          Go     "Calendars: the weekend and the holidays that count" if HasCalendars called "Calendars" also "holidays weekend settings";
        Global CustomFields "go.fields"      []                           ""          Go     "Fields of your own, and what they hold" if HasCustomFields called "Fields of your own" also "custom properties attributes columns settings";
        Global Duplicates "go.duplicates"    ["&"]                        ""          Go     "Duplicates: clients and people that are likely in the book twice" if HasRecords called "Duplicates" also "merge double twice same alike dedupe join";
        Global Inbox "go.inbox"              ["I"]                        ""          Go     "Inbox: what was dropped into the folder inbox of the book" if IsWritable called "Inbox" also "dropped files import phone mail cards events";
        Global Import "book.import"          []                           ""          Add    "Bring a file in: clients, people, work, cards, events, mail" if IsWritable called "Import a file" adds "x" also "import load csv excel spreadsheet table vcard ics hubspot salesforce outlook google bring open";
        Global Undo "book.undo"              ["u"]                        "undo"      Book   "Undo the last change" if CanUndo called "Undo" also "back revert take cancel mistake";
        Global Redo "book.redo"              ["U"]                        ""          Book   "Redo what was undone last" if CanRedo called "Redo" also "again repeat";
        Global Bin "book.bin"                ["B"]                        ""          Book   "Look into the bin, and bring things back" if HasBin called "Bin" also "trash restore recover deleted bring back undelete";
        Global EmptyBin "book.empty-bin"     []                           ""          Book   "Take what lies in the bin out of the book for good" if HasBin called "Empty the bin" also "purge delete for good erase trash";
        Global Backup "book.backup"          []                           ""          Book   "Take a backup now" if IsWritable called "Backup now" also "save copy export safe";
        Global Trouble "book.trouble"        ["!"]                        "not saved" Book   "What to do about changes that could not be saved" if IsStuck called "Not saved yet" also "error problem retry save";
        Global Menu "menu.open"              ["space", "f10"]             "menu"      Go     "Every command on one screen" called "This menu" also "commands everything keys";
        Global Help "menu.help"              ["?", "f1"]                  "help"      Go     "What the keys do here" called "Help and signs" also "manual legend shortcuts keys what how";
        Global Palette "menu.palette"        [":"]                        ""          Go     "Run a command by its name" called "Find a command" also "palette search run";
        Global Mouse "screen.mouse"          []                           ""          Book   "Turn the mouse on or off: click what is seen, turn the wheel. While it is on, Shift marks text" called "Mouse on or off" also "click wheel pointer trackpad touchpad scroll";
        Global Redraw "book.redraw"          ["ctrl-l"]                   ""          Book   "Draw the screen afresh" called "Draw afresh" also "refresh repaint screen";
        Global Quit "book.quit"              ["q"]                        "quit"      Book   "Close what is open; from a list, leave Syndeo" called "Quit" also "exit leave bye";
    }
}
