<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DialogQuestions</name>
    <message numerus="yes">
        <source>%n message(s) are not sent yet. They are kept on this computer and go out when you sign in again.</source>
        <translation>
            <numerusform>%n message is not sent yet. It is kept on this computer and goes out when you sign in again.</numerusform>
            <numerusform>%n messages are not sent yet. They are kept on this computer and go out when you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message numerus="yes">
        <source>Too many attempts. Please try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Please try again in %n second.</numerusform>
            <numerusform>Too many attempts. Please try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::AlarmBar</name>
    <message numerus="yes">
        <source>The chat with %1 is offered to you, and %n other(s) wait</source>
        <translation>
            <numerusform>The chat with %1 is offered to you, and %n other waits</numerusform>
            <numerusform>The chat with %1 is offered to you, and %n others wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are waiting</source>
        <translation>
            <numerusform>%1 and %n other are waiting</numerusform>
            <numerusform>%1 and %n others are waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::AttachingController</name>
    <message numerus="yes">
        <source>A message takes %n file(s). Send the others with the next one.</source>
        <translation>
            <numerusform>A message takes %n file. Send the others with the next one.</numerusform>
            <numerusform>A message takes %n files. Send the others with the next one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatListModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatListPane</name>
    <message numerus="yes">
        <source>%n waiting · longest %1</source>
        <translation>
            <numerusform>%n waiting · longest %1</numerusform>
            <numerusform>%n waiting · longest %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatTabBar</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::ComposerView</name>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>%n character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::DepartmentsPage</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::DurationBox</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::HolidayList</name>
    <message numerus="yes">
        <source>Remove %n past day(s)</source>
        <translation>
            <numerusform>Remove %n past day</numerusform>
            <numerusform>Remove %n past days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::MainWindow</name>
    <message numerus="yes">
        <source>%n message(s) that are not sent yet are lost.</source>
        <translation>
            <numerusform>%n message that is not sent yet is lost.</numerusform>
            <numerusform>%n messages that are not sent yet are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::OfflineBar</name>
    <message numerus="yes">
        <source>%n message(s) wait here and will be sent</source>
        <translation>
            <numerusform>%n message waits here and will be sent</numerusform>
            <numerusform>%n messages wait here and will be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::PaletteModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::TrayIcon</name>
    <message numerus="yes">
        <source>Deskbell: %n waiting</source>
        <translation>
            <numerusform>Deskbell: %n waiting</numerusform>
            <numerusform>Deskbell: %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::WebhooksPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
</TS>
