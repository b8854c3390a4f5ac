<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1
Try --help.
</source>
        <translation>%1
--help hilft weiter.
</translation>
    </message>
    <message>
        <source>The desk&apos;s server.</source>
        <translation>Der Server des Tresens.</translation>
    </message>
    <message>
        <source>Sign in with this address.</source>
        <translation>Mit dieser Adresse anmelden.</translation>
    </message>
    <message>
        <source>Read the password from standard input and sign in at once.</source>
        <translation>Das Passwort von der Standardeingabe lesen und gleich anmelden.</translation>
    </message>
    <message>
        <source>Keep settings and unsent messages in this folder; one console at a time can use it.</source>
        <translation>Einstellungen und ungesendete Nachrichten in diesem Ordner halten; nur eine Konsole zugleich kann ihn benutzen.</translation>
    </message>
    <message>
        <source>The operators&apos; desk of Deskbell.</source>
        <translation>Der Arbeitsplatz für Deskbell.</translation>
    </message>
    <message>
        <source>Say this.</source>
        <translation>Das hier sagen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>--server &quot;%1&quot; should look like https://desk.example.com</source>
        <translation>--server „%1“ sollte aussehen wie https://desk.example.com</translation>
    </message>
    <message>
        <source>--password-stdin needs --login EMAIL.</source>
        <translation>--password-stdin braucht --login EMAIL.</translation>
    </message>
    <message>
        <source>--profile needs a folder.</source>
        <translation>--profile braucht einen Ordner.</translation>
    </message>
    <message>
        <source>Trust the certificate authorities in this file too.</source>
        <translation>Auch den Zertifizierungsstellen in dieser Datei vertrauen.</translation>
    </message>
</context>
<context>
    <name>DialogQuestions</name>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out now?</source>
        <translation>Jetzt abmelden?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are not sent yet. They are kept on this computer and go out when you sign in again.</source>
        <translation>
            <numerusform>%n Nachricht ist noch nicht gesendet. Sie bleibt auf diesem Rechner und geht hinaus, wenn Sie sich wieder anmelden.</numerusform>
            <numerusform>%n Nachrichten sind noch nicht gesendet. Sie bleiben auf diesem Rechner und gehen hinaus, wenn Sie sich wieder anmelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Diese Nachricht löschen?</translation>
    </message>
    <message>
        <source>Its text goes away for the visitor too. That there was a message stays.</source>
        <translation>Ihr Text verschwindet auch beim Besucher. Dass es eine Nachricht gab, bleibt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Datei speichern</translation>
    </message>
</context>
<context>
    <name>FactLabel</name>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>FieldProblem</name>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>It needs %1 to %2 characters.</source>
        <translation>Es braucht %1 bis %2 Zeichen.</translation>
    </message>
    <message>
        <source>It must be from %1 to %2.</source>
        <translation>Es muss von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>There can be %1 at most.</source>
        <translation>Es können höchstens %1 sein.</translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>There is no variable %1.</source>
        <translation>Eine Variable %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>It must be an http or https address without a password.</source>
        <translation>Es muss eine http- oder https-Adresse ohne Passwort sein.</translation>
    </message>
    <message>
        <source>There are %1 webhooks already.</source>
        <translation>Es gibt schon %1 Webhooks.</translation>
    </message>
    <message>
        <source>It must be a zone such as Europe/Berlin.</source>
        <translation>Es muss eine Zone wie Europe/Berlin sein.</translation>
    </message>
    <message>
        <source>It must go from one time to a later one, such as 09:00 to 17:30.</source>
        <translation>Es muss von einer Zeit zu einer späteren gehen, etwa 09:00 bis 17:30.</translation>
    </message>
    <message>
        <source>The last day must not be before the first.</source>
        <translation>Der letzte Tag darf nicht vor dem ersten liegen.</translation>
    </message>
    <message>
        <source>It can be a year at most.</source>
        <translation>Es kann höchstens ein Jahr sein.</translation>
    </message>
    <message>
        <source>It needs at least two choices.</source>
        <translation>Es braucht mindestens zwei Möglichkeiten.</translation>
    </message>
    <message>
        <source>It needs words of its own.</source>
        <translation>Es braucht eigene Worte.</translation>
    </message>
    <message>
        <source>This is there twice.</source>
        <translation>Das gibt es doppelt.</translation>
    </message>
    <message>
        <source>The form must ask for the question.</source>
        <translation>Das Formular muss nach der Frage fragen.</translation>
    </message>
    <message>
        <source>It needs a date.</source>
        <translation>Hier fehlt ein Datum.</translation>
    </message>
    <message>
        <source>There is another line for the same day.</source>
        <translation>Für diesen Tag gibt es noch eine Zeile.</translation>
    </message>
</context>
<context>
    <name>FilePainting</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>FileShelf</name>
    <message>
        <source>It could not be kept on this computer.</source>
        <translation>Es konnte auf diesem Rechner nicht aufbewahrt werden.</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Picture %1, %2</source>
        <translation>Bild %1, %2</translation>
    </message>
    <message>
        <source>File %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>NetworkAccess</name>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>In %1 ist kein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>OutboxStore</name>
    <message>
        <source>It belongs to a newer version of this program.</source>
        <translation>Es gehört zu einer neueren Version dieses Programms.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The profile folder %1 cannot be made.</source>
        <translation>Der Profilordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Another console uses the profile %1 already.</source>
        <translation>Eine andere Konsole benutzt das Profil %1 bereits.</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written.</source>
        <translation>In den Profilordner %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The outbox %1 cannot be used. %2</source>
        <translation>Der Postausgang %1 ist nicht benutzbar. %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be used. %2</source>
        <translation>Die Datei %1 kann nicht verwendet werden. %2</translation>
    </message>
    <message>
        <source>The file of messages that were not sent yet is damaged and cannot be read. It is kept as %1, and a new one has been begun. Please look into your chats for what is missing.</source>
        <translation>Die Datei der noch nicht gesendeten Nachrichten ist beschädigt und nicht lesbar. Sie bleibt als %1 erhalten, und eine neue wurde begonnen. Bitte sehen Sie in Ihren Chats nach, was fehlt.</translation>
    </message>
    <message>
        <source>What this computer had kept of your chats is damaged. It comes anew from the server; only drafts are lost. The old file is kept as %1.</source>
        <translation>Was dieser Rechner von Ihren Chats behalten hatte, ist beschädigt. Es kommt neu vom Server; nur Entwürfe sind verloren. Die alte Datei bleibt als %1 erhalten.</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>An earlier message</source>
        <translation>Eine frühere Nachricht</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Noch nicht geladen</translation>
    </message>
    <message>
        <source>Message removed</source>
        <translation>Nachricht entfernt</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>in answer to an earlier message</source>
        <translation>als Antwort auf eine frühere Nachricht</translation>
    </message>
    <message>
        <source>in answer to %1, “%2”</source>
        <translation>als Antwort an %1, „%2“</translation>
    </message>
    <message>
        <source>Replying to an earlier message</source>
        <translation>Antwort auf eine frühere Nachricht</translation>
    </message>
    <message>
        <source>Replying to your own message: %1</source>
        <translation>Antwort auf Ihre eigene Nachricht: %1</translation>
    </message>
    <message>
        <source>Replying to %1: %2</source>
        <translation>Antwort an %1: %2</translation>
    </message>
    <message>
        <source>in answer to an own message, “%1”</source>
        <translation>als Antwort auf eine eigene Nachricht, „%1“</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Some of what was filled in is not valid.</source>
        <translation>Manche Angaben sind nicht gültig.</translation>
    </message>
    <message>
        <source>The server did not understand the console. Is one of them too old?</source>
        <translation>Der Server hat die Konsole nicht verstanden. Ist eines von beiden zu alt?</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Bitte melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>The email address or the password is wrong.</source>
        <translation>Die E-Mail-Adresse oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The session is unknown or has ended.</source>
        <translation>Die Sitzung ist unbekannt oder beendet.</translation>
    </message>
    <message>
        <source>This visitor belongs to somebody else.</source>
        <translation>Dieser Besucher gehört zu jemand anderem.</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>This visitor is blocked.</source>
        <translation>Dieser Besucher ist gesperrt.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>This chat does not exist, or is not yours to see.</source>
        <translation>Diesen Chat gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
    </message>
    <message>
        <source>There is no such colleague.</source>
        <translation>Diese Person gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no such visitor.</source>
        <translation>Diesen Besucher gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such message in the chat.</source>
        <translation>Diese Nachricht gibt es in dem Chat nicht.</translation>
    </message>
    <message>
        <source>There is no such canned reply.</source>
        <translation>Diesen Textbaustein gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such API key.</source>
        <translation>Diesen API-Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such department.</source>
        <translation>Diese Abteilung gibt es nicht.</translation>
    </message>
    <message>
        <source>This server cannot do that. It is older than the console.</source>
        <translation>Das kann dieser Server nicht. Er ist älter als die Konsole.</translation>
    </message>
    <message>
        <source>This server cannot do that in this way.</source>
        <translation>So kann dieser Server das nicht.</translation>
    </message>
    <message>
        <source>Somebody else has claimed this chat.</source>
        <translation>Jemand anderes hat diesen Chat übernommen.</translation>
    </message>
    <message>
        <source>This chat has ended.</source>
        <translation>Dieser Chat ist beendet.</translation>
    </message>
    <message>
        <source>Nobody holds this chat yet.</source>
        <translation>Diesen Chat hat noch niemand übernommen.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this chat. Please try again.</source>
        <translation>Jemand anderes hat diesen Chat gerade geändert. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This chat is not offered to anybody any more.</source>
        <translation>Dieser Chat wird niemandem mehr angeboten.</translation>
    </message>
    <message>
        <source>This colleague has as many chats as they can take.</source>
        <translation>Diese Person hat so viele Chats, wie sie annehmen kann.</translation>
    </message>
    <message>
        <source>This colleague cannot take chats now.</source>
        <translation>Diese Person kann gerade keine Chats annehmen.</translation>
    </message>
    <message>
        <source>Nobody has a free place.</source>
        <translation>Niemand hat einen freien Platz.</translation>
    </message>
    <message>
        <source>A rating can be changed once.</source>
        <translation>Eine Bewertung kann einmal geändert werden.</translation>
    </message>
    <message>
        <source>This message was sent already, with other words.</source>
        <translation>Diese Nachricht wurde schon gesendet, mit anderen Worten.</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>Somebody with this address exists already.</source>
        <translation>Jemanden mit dieser Adresse gibt es schon.</translation>
    </message>
    <message>
        <source>A canned reply with this shortcut exists already.</source>
        <translation>Einen Textbaustein mit diesem Kürzel gibt es schon.</translation>
    </message>
    <message>
        <source>An API key with this name exists already.</source>
        <translation>Einen API-Schlüssel mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>The desk would have no admin left.</source>
        <translation>Es bliebe niemand, der verwalten darf.</translation>
    </message>
    <message>
        <source>A department of this name exists already.</source>
        <translation>Eine Abteilung mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>That is more than the server takes at once.</source>
        <translation>Das ist mehr, als der Server auf einmal annimmt.</translation>
    </message>
    <message>
        <source>The server does not take data of this kind.</source>
        <translation>Daten dieser Art nimmt der Server nicht an.</translation>
    </message>
    <message>
        <source>Too many attempts. Please try again a little later.</source>
        <translation>Zu viele Versuche. Bitte versuchen Sie es etwas später noch einmal.</translation>
    </message>
    <message>
        <source>The server could not do that. Its log says why.</source>
        <translation>Der Server konnte das nicht ausführen. Warum, steht in seinem Protokoll.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Nothing was stored.</source>
        <translation>Der Speicher des Servers ist voll. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The server has too much to do. Please try again a little later.</source>
        <translation>Der Server hat zu viel zu tun. Bitte versuchen Sie es etwas später noch einmal.</translation>
    </message>
    <message>
        <source>The server is stopping. Please try again in a moment.</source>
        <translation>Der Server wird gerade beendet. Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The connection was lost before the answer came.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort kam.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Please try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Versuche. Bitte versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Zu viele Versuche. Bitte versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This file was sent already.</source>
        <translation>Diese Datei wurde schon gesendet.</translation>
    </message>
    <message>
        <source>%1 has claimed this chat.</source>
        <translation>%1 hat diesen Chat übernommen.</translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>Die Festplatte dieses Rechners ist voll.</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Deskbell cannot start</source>
        <translation>Deskbell kann nicht starten</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>en</source>
        <comment>the code of this language</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>Noch keine Nachricht</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>No answer any more</source>
        <translation>Keine Antwort mehr</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AccountMenu</name>
    <message>
        <source>Desks</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Another desk …</source>
        <translation>Eine andere …</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ActionTable</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Deskbell</source>
        <translation>Deskbell</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AdminPage</name>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern weggehen?</translation>
    </message>
    <message>
        <source>What you have changed here is not saved yet, and would be lost.</source>
        <translation>Was Sie hier geändert haben, ist noch nicht gespeichert und ginge verloren.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Weggehen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AdminView</name>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AlarmBar</name>
    <message>
        <source>Claim</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Klingel aus</translation>
    </message>
    <message>
        <source>Stops the bell until somebody else comes</source>
        <translation>Die Klingel schweigt, bis jemand anderes kommt</translation>
    </message>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>Claim the chat with %1</source>
        <translation>Den Chat mit %1 übernehmen</translation>
    </message>
    <message>
        <source>The chat with %1 is offered to you</source>
        <translation>Der Chat mit %1 wird Ihnen angeboten</translation>
    </message>
    <message numerus="yes">
        <source>The chat with %1 is offered to you, and %n other(s) wait</source>
        <translation>
            <numerusform>Der Chat mit %1 wird Ihnen angeboten, und %n weiterer wartet</numerusform>
            <numerusform>Der Chat mit %1 wird Ihnen angeboten, und %n weitere warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are waiting</source>
        <translation>
            <numerusform>%1 und %n weitere Person warten</numerusform>
            <numerusform>%1 und %n weitere Personen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept the chat with %1</source>
        <translation>Den Chat mit %1 annehmen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AlarmService</name>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>%1 is still waiting</source>
        <translation>%1 wartet immer noch</translation>
    </message>
    <message>
        <source>The chat with %1 is offered to you</source>
        <translation>Der Chat mit %1 wird Ihnen angeboten</translation>
    </message>
</context>
<context>
    <name>deskbell::console::Announcer</name>
    <message>
        <source>%1 is waiting.</source>
        <translation>%1 wartet.</translation>
    </message>
    <message>
        <source>%1 is waiting: %2</source>
        <translation>%1 wartet: %2</translation>
    </message>
    <message>
        <source>%1 writes: %2</source>
        <translation>%1 schreibt: %2</translation>
    </message>
    <message>
        <source>The connection is lost. You can go on writing.</source>
        <translation>Die Verbindung ist verloren. Sie können weiterschreiben.</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>Die Verbindung ist wieder da.</translation>
    </message>
    <message>
        <source>The chat with %1 is offered to you.</source>
        <translation>Der Chat mit %1 wird Ihnen angeboten.</translation>
    </message>
    <message>
        <source>The chat with %1 is offered to you: %2</source>
        <translation>Der Chat mit %1 wird Ihnen angeboten: %2</translation>
    </message>
    <message>
        <source>Your message to %1 was not sent. %2</source>
        <translation>Ihre Nachricht an %1 wurde nicht gesendet. %2</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ApiKeysPage</name>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Other programs sign in with a key. Each can be revoked on its own.</source>
        <translation>Andere Programme melden sich mit einem Schlüssel an. Jeder lässt sich einzeln widerrufen.</translation>
    </message>
    <message>
        <source>Make key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>No API keys yet</source>
        <translation>Noch keine API-Schlüssel</translation>
    </message>
    <message>
        <source>A shop or a website that speaks to the desk needs one.</source>
        <translation>Ein Laden oder eine Website, die mit dem Desk spricht, braucht einen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>It may do</source>
        <translation>Er darf</translation>
    </message>
    <message>
        <source>what operators may</source>
        <translation>was Mitarbeitende dürfen</translation>
    </message>
    <message>
        <source>what admins may</source>
        <translation>was Verwaltende dürfen</translation>
    </message>
    <message>
        <source>Revoke …</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>which program it is for</source>
        <translation>für welches Programm er ist</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>verwaltet</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>Its secret is shown once, when it is made.</source>
        <translation>Sein Geheimnis wird einmal gezeigt, beim Anlegen.</translation>
    </message>
    <message>
        <source>Revoked on %1. Nobody can sign in with it.</source>
        <translation>Widerrufen am %1. Niemand kann sich mehr damit anmelden.</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Angelegt am %1.</translation>
    </message>
    <message>
        <source>Copy this key now. It is not shown again.</source>
        <translation>Kopieren Sie diesen Schlüssel jetzt. Er wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Revoke the key %1?</source>
        <translation>Den Schlüssel %1 widerrufen?</translation>
    </message>
    <message>
        <source>Programs that use it are cut off at once. This cannot be undone.</source>
        <translation>Programme, die ihn benutzen, sind sofort abgeschnitten. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AttachingController</name>
    <message>
        <source>Picture.png</source>
        <translation>Bild.png</translation>
    </message>
    <message>
        <source>%1 is a folder. Only files can go with a message.</source>
        <translation>%1 ist ein Ordner. Mit einer Nachricht gehen nur Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>A message takes %n file(s). Send the others with the next one.</source>
        <translation>
            <numerusform>Eine Nachricht nimmt %n Datei mit. Senden Sie die anderen mit der nächsten.</numerusform>
            <numerusform>Eine Nachricht nimmt %n Dateien mit. Senden Sie die anderen mit der nächsten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is among the files already.</source>
        <translation>%1 ist schon unter den Dateien.</translation>
    </message>
    <message>
        <source>%1 is empty, or cannot be read.</source>
        <translation>%1 ist leer oder nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 has %2. This desk takes files of up to %3.</source>
        <translation>%1 hat %2. Hier gehen Dateien bis %3.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AttachmentTray</name>
    <message>
        <source>Files that go along</source>
        <translation>Dateien, die mitgehen</translation>
    </message>
    <message>
        <source>Do not send %1, %2</source>
        <translation>%1 nicht senden, %2</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AttributesView</name>
    <message>
        <source>From the site</source>
        <translation>Von der Website</translation>
    </message>
    <message>
        <source>This visitor was erased.</source>
        <translation>Dieser Besucher wurde gelöscht.</translation>
    </message>
    <message>
        <source>It has said nothing of this visitor.</source>
        <translation>Sie hat über diesen Besucher nichts mitgeteilt.</translation>
    </message>
    <message>
        <source>It could not be loaded. Open the chat again to try once more.</source>
        <translation>Das konnte nicht geladen werden. Öffnen Sie den Chat noch einmal, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>It comes when the connection is back.</source>
        <translation>Das kommt, wenn die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AuditModel</name>
    <message>
        <source>Signed in</source>
        <translation>Hat sich angemeldet</translation>
    </message>
    <message>
        <source>Added an operator</source>
        <translation>Hat jemanden aufgenommen</translation>
    </message>
    <message>
        <source>Changed an operator</source>
        <translation>Hat ein Konto geändert</translation>
    </message>
    <message>
        <source>Shut an operator out</source>
        <translation>Hat jemanden ausgesperrt</translation>
    </message>
    <message>
        <source>Let an operator in again</source>
        <translation>Hat jemanden wieder eingelassen</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>Hat ein Passwort gesetzt</translation>
    </message>
    <message>
        <source>Changed the settings</source>
        <translation>Hat die Einstellungen geändert</translation>
    </message>
    <message>
        <source>Added a canned reply</source>
        <translation>Hat einen Textbaustein angelegt</translation>
    </message>
    <message>
        <source>Changed a canned reply</source>
        <translation>Hat einen Textbaustein geändert</translation>
    </message>
    <message>
        <source>Deleted a canned reply</source>
        <translation>Hat einen Textbaustein gelöscht</translation>
    </message>
    <message>
        <source>Made an API key</source>
        <translation>Hat einen API-Schlüssel angelegt</translation>
    </message>
    <message>
        <source>Revoked an API key</source>
        <translation>Hat einen API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Added a webhook</source>
        <translation>Hat einen Webhook angelegt</translation>
    </message>
    <message>
        <source>Deleted a webhook</source>
        <translation>Hat einen Webhook gelöscht</translation>
    </message>
    <message>
        <source>Changed a visitor</source>
        <translation>Hat Angaben zum Besuch geändert</translation>
    </message>
    <message>
        <source>Blocked a visitor</source>
        <translation>Hat einen Besuch gesperrt</translation>
    </message>
    <message>
        <source>Unblocked a visitor</source>
        <translation>Hat einen Besuch entsperrt</translation>
    </message>
    <message>
        <source>Erased a visitor</source>
        <translation>Hat die Daten eines Besuchs gelöscht</translation>
    </message>
    <message>
        <source>Edited a message</source>
        <translation>Hat eine Nachricht bearbeitet</translation>
    </message>
    <message>
        <source>Deleted a message</source>
        <translation>Hat eine Nachricht gelöscht</translation>
    </message>
    <message>
        <source>%1 (API key)</source>
        <translation>%1 (API-Schlüssel)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Kommandozeile</translation>
    </message>
    <message>
        <source>The desk itself</source>
        <translation>Der Desk selbst</translation>
    </message>
    <message>
        <source>%1 (visitor)</source>
        <translation>%1 (zu Besuch)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Genauer</translation>
    </message>
</context>
<context>
    <name>deskbell::console::AuditPage</name>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Who changed what, and when. Nothing in it can be changed.</source>
        <translation>Wer wann was geändert hat. Daran lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Nothing of this kind has happened yet.</source>
        <translation>Dergleichen ist noch nicht geschehen.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::BellButton</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
</context>
<context>
    <name>deskbell::console::CannedPage</name>
    <message>
        <source>the visitor&apos;s name</source>
        <translation>wie der Besuch heißt</translation>
    </message>
    <message>
        <source>the visitor&apos;s address</source>
        <translation>die E-Mail-Adresse des Besuchs</translation>
    </message>
    <message>
        <source>who answers</source>
        <translation>wer antwortet</translation>
    </message>
    <message>
        <source>the desk</source>
        <translation>der Desk</translation>
    </message>
    <message>
        <source>the page they write from</source>
        <translation>die Seite, von der geschrieben wird</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Texts that everybody can put into a reply by typing / and the shortcut.</source>
        <translation>Texte, die alle mit / und dem Kürzel in eine Antwort setzen können.</translation>
    </message>
    <message>
        <source>Add reply</source>
        <translation>Baustein anlegen</translation>
    </message>
    <message>
        <source>New canned reply</source>
        <translation>Neuer Textbaustein</translation>
    </message>
    <message>
        <source>No canned replies yet</source>
        <translation>Noch keine Textbausteine</translation>
    </message>
    <message>
        <source>What is said every day needs to be written only once.</source>
        <translation>Was jeden Tag gesagt wird, muss nur einmal geschrieben werden.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>such as hello, typed as /hello</source>
        <translation>etwa hallo, getippt als /hallo</translation>
    </message>
    <message>
        <source>Variables, filled in for each chat:</source>
        <translation>Variablen, in jedem Chat ausgefüllt:</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>Einfügen: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Delete the reply /%1?</source>
        <translation>Den Textbaustein /%1 löschen?</translation>
    </message>
    <message>
        <source>What was sent with it stays. This cannot be undone.</source>
        <translation>Was damit gesendet wurde, bleibt. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>In the chat with %1</source>
        <translation>Im Chat mit %1</translation>
    </message>
</context>
<context>
    <name>deskbell::console::CannedPopup</name>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChartView</name>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>%1, at most %2: %3. The table says it all.</source>
        <translation>%1, höchstens %2: %3. In der Tabelle steht alles.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatDelegate</name>
    <message>
        <source>typing …</source>
        <translation>schreibt …</translation>
    </message>
    <message>
        <source>Offered to you</source>
        <translation>Ihnen angeboten</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatListModel</name>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>typing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hohe Priorität</translation>
    </message>
    <message>
        <source>offered to you</source>
        <translation>Ihnen angeboten</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatListPane</name>
    <message>
        <source>Queue</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting · longest %1</source>
        <translation>
            <numerusform>%n wartet · längstens %1</numerusform>
            <numerusform>%n warten · längstens %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n Chat</numerusform>
            <numerusform>%n Chats</numerusform>
        </translation>
    </message>
    <message>
        <source>This list could not be loaded.</source>
        <translation>Diese Liste ließ sich nicht laden.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>The bell is at rest. New chats appear here by themselves.</source>
        <translation>Die Glocke ruht. Neue Chats erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No chat of yours</source>
        <translation>Kein Chat von Ihnen</translation>
    </message>
    <message>
        <source>Claim one from the queue and it moves here.</source>
        <translation>Übernehmen Sie einen Wartenden, dann steht er hier.</translation>
    </message>
    <message>
        <source>Nothing ended yet</source>
        <translation>Noch nichts beendet</translation>
    </message>
    <message>
        <source>Closed chats are kept here.</source>
        <translation>Geschlossene Chats bleiben hier.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Colleagues hold no chats</source>
        <translation>Niemand sonst hat gerade einen Chat</translation>
    </message>
    <message>
        <source>What they claim is shown here.</source>
        <translation>Was andere übernehmen, steht hier.</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Noch keine Chats</translation>
    </message>
    <message>
        <source>Every chat of this desk is shown here.</source>
        <translation>Hier steht jeder Chat dieses Empfangs.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search names, and all that was said (Ctrl+F)</source>
        <translation>Namen suchen, und alles, was gesagt wurde (Strg+F)</translation>
    </message>
    <message>
        <source>End the search (Esc)</source>
        <translation>Die Suche beenden (Esc)</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Chats that were found</source>
        <translation>Gefundene Chats</translation>
    </message>
    <message>
        <source>Only what this computer knows.</source>
        <translation>Nur was dieser Computer kennt.</translation>
    </message>
    <message>
        <source>No such chat</source>
        <translation>Kein solcher Chat</translation>
    </message>
    <message>
        <source>Nothing here is all that was asked for.</source>
        <translation>Nichts hier entspricht allem, was gewählt ist.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ChatTabBar</name>
    <message>
        <source>Open chats</source>
        <translation>Offene Chats</translation>
    </message>
    <message>
        <source>%1: the next chat that you open takes its place</source>
        <translation>%1: der nächste Chat, den Sie öffnen, nimmt seinen Platz ein</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n ungelesen</numerusform>
            <numerusform>%1, %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the tab of %1</source>
        <translation>Den Reiter von %1 schließen</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>Daneben öffnen</translation>
    </message>
    <message>
        <source>Keep this tab</source>
        <translation>Diesen Reiter behalten</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Den Reiter schließen</translation>
    </message>
    <message>
        <source>Close all others</source>
        <translation>Alle anderen schließen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ComposerView</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>%n Zeichen zu lang</numerusform>
            <numerusform>%n Zeichen zu lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Write a note for colleagues</source>
        <translation>Eine Notiz fürs Team schreiben</translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation>Zurück zur Antwort</translation>
    </message>
    <message>
        <source>%1 (Esc)</source>
        <translation>%1 (Esc)</translation>
    </message>
    <message>
        <source>Note: only colleagues see it</source>
        <translation>Notiz: nur das Team sieht sie</translation>
    </message>
    <message>
        <source>You change a message that was sent</source>
        <translation>Sie ändern eine gesendete Nachricht</translation>
    </message>
    <message>
        <source>What should colleagues know?</source>
        <translation>Was soll das Team wissen?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Changed message</source>
        <translation>Geänderte Nachricht</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1 (Enter). Shift+Enter begins a new line.</source>
        <translation>%1 (Enter). Umschalt+Enter beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Strg+.</translation>
    </message>
    <message>
        <source>/ or Ctrl+/</source>
        <translation>/ oder Strg+/</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Strg+Umschalt+N</translation>
    </message>
    <message>
        <source>Reply to no message in particular</source>
        <translation>Auf keine bestimmte Nachricht antworten</translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation>Die Änderung verwerfen</translation>
    </message>
    <message>
        <source>Put the note aside</source>
        <translation>Die Notiz beiseitelegen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ComposingController</name>
    <message>
        <source>You have changed a message and not saved it. Save it or leave it first.</source>
        <translation>Sie haben eine Nachricht geändert und nicht gespeichert. Speichern oder verwerfen Sie das zuerst.</translation>
    </message>
    <message>
        <source>This message was changed elsewhere meanwhile. What you save replaces that.</source>
        <translation>Diese Nachricht wurde inzwischen anderswo geändert. Was Sie speichern, ersetzt das.</translation>
    </message>
    <message>
        <source>The message that you were changing was deleted. Your text stands in the reply now.</source>
        <translation>Die Nachricht, die Sie gerade änderten, wurde gelöscht. Ihr Text steht jetzt in der Antwort.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ConversationHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>Einzelheiten (Strg+I)</translation>
    </message>
    <message>
        <source>Close chat</source>
        <translation>Chat schließen</translation>
    </message>
    <message>
        <source>Close this chat (Ctrl+E)</source>
        <translation>Diesen Chat schließen (Strg+E)</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Wartet %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Beendet %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>jemand anderem</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Not on the page now</source>
        <translation>Gerade nicht auf der Seite</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Hand this chat over (Ctrl+T)</source>
        <translation>Diesen Chat übergeben (Strg+T)</translation>
    </message>
    <message>
        <source>Close this side</source>
        <translation>Diese Seite schließen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Give this chat to somebody (Ctrl+Shift+G)</source>
        <translation>Diesen Chat jemandem geben (Strg+Umschalt+G)</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ConversationView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Claim  ⏎</source>
        <translation>Übernehmen  ⏎</translation>
    </message>
    <message>
        <source>Claim this chat</source>
        <translation>Diesen Chat übernehmen</translation>
    </message>
    <message>
        <source>Take this chat (Enter)</source>
        <translation>Diesen Chat übernehmen (Enter)</translation>
    </message>
    <message>
        <source>%1 has been waiting for %2.</source>
        <translation>%1 wartet seit %2.</translation>
    </message>
    <message>
        <source>Reply to %1 …</source>
        <translation>Antwort an %1 …</translation>
    </message>
    <message>
        <source>%1 is taking care of this chat.</source>
        <translation>%1 kümmert sich um diesen Chat.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>This chat ended at %1</source>
        <translation>Dieser Chat endete um %1</translation>
    </message>
    <message>
        <source>%1 is typing …</source>
        <translation>%1 schreibt …</translation>
    </message>
    <message>
        <source>No chat is open</source>
        <translation>Kein Chat ist offen</translation>
    </message>
    <message>
        <source>Choose one from the list; Enter claims it.</source>
        <translation>Wählen Sie einen aus der Liste; Enter übernimmt ihn.</translation>
    </message>
    <message>
        <source>What you open is shown here.</source>
        <translation>Was Sie öffnen, steht hier.</translation>
    </message>
    <message>
        <source>Drop it to send it to %1</source>
        <translation>Hier ablegen, um es %1 zu senden</translation>
    </message>
    <message>
        <source>%1 is writing: %2</source>
        <translation>%1 schreibt: %2</translation>
    </message>
    <message>
        <source>This chat ended on %1</source>
        <translation>Dieser Chat endete am %1</translation>
    </message>
</context>
<context>
    <name>deskbell::console::Courier</name>
    <message>
        <source>It could not be kept on this computer: %1</source>
        <translation>Sie ließ sich auf diesem Rechner nicht aufheben: %1</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Von Ihnen angehalten.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DayRow</name>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>%1 has a break</source>
        <translation>%1 hat eine Pause</translation>
    </message>
    <message>
        <source>%1 opens</source>
        <translation>%1 öffnet um</translation>
    </message>
    <message>
        <source>%1 closes</source>
        <translation>%1 schließt um</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DepartmentsPage</name>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Parts of the desk. The chats of a department go to its operators alone.</source>
        <translation>Teile des Desks. Die Chats einer Abteilung gehen nur an die, die zu ihr gehören.</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Abteilung anlegen</translation>
    </message>
    <message>
        <source>New department</source>
        <translation>Neue Abteilung</translation>
    </message>
    <message>
        <source>One desk for everything</source>
        <translation>Ein Desk für alles</translation>
    </message>
    <message>
        <source>Departments divide it: sales, support, billing.</source>
        <translation>Abteilungen teilen ihn auf: Verkauf, Hilfe, Rechnungen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Mitarbeitende</translation>
    </message>
    <message>
        <source>There is nobody.</source>
        <translation>Es ist niemand da.</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Visitors can choose a department where the widget&apos;s form asks for one.</source>
        <translation>Besuche können eine Abteilung wählen, wenn das Formular des Widgets danach fragt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und %n weitere Person</numerusform>
            <numerusform>%1 und %n weitere Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody yet: its chats wait</source>
        <translation>Noch niemand: ihre Chats warten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Delete the department %1?</source>
        <translation>Die Abteilung %1 löschen?</translation>
    </message>
    <message>
        <source>Its open chats are then everybody&apos;s. This cannot be undone.</source>
        <translation>Ihre offenen Chats gehören dann allen. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DeskActions</name>
    <message>
        <source>Take the next chat</source>
        <translation>Den nächsten Chat übernehmen</translation>
    </message>
    <message>
        <source>Claim this chat</source>
        <translation>Diesen Chat übernehmen</translation>
    </message>
    <message>
        <source>Close this chat …</source>
        <translation>Diesen Chat schließen …</translation>
    </message>
    <message>
        <source>Next chat in the list</source>
        <translation>Nächster Chat der Liste</translation>
    </message>
    <message>
        <source>Previous chat in the list</source>
        <translation>Voriger Chat der Liste</translation>
    </message>
    <message>
        <source>Next chat with something unread</source>
        <translation>Nächster Chat mit Ungelesenem</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>My chats</source>
        <translation>Meine Chats</translation>
    </message>
    <message>
        <source>Ended chats</source>
        <translation>Beendete Chats</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Die Liste</translation>
    </message>
    <message>
        <source>The messages</source>
        <translation>Die Nachrichten</translation>
    </message>
    <message>
        <source>The reply</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Einzelheiten zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Be online</source>
        <translation>Online sein</translation>
    </message>
    <message>
        <source>Be busy</source>
        <translation>Beschäftigt sein</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>Jetzt verbinden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Hand this chat over …</source>
        <translation>Diesen Chat übergeben …</translation>
    </message>
    <message>
        <source>Put this chat back into the queue</source>
        <translation>Diesen Chat zurück zu den Wartenden geben</translation>
    </message>
    <message>
        <source>Accept the offered chat</source>
        <translation>Den angebotenen Chat annehmen</translation>
    </message>
    <message>
        <source>Decline or take back the offer</source>
        <translation>Das Angebot ablehnen oder zurücknehmen</translation>
    </message>
    <message>
        <source>Write a note for colleagues</source>
        <translation>Eine Notiz fürs Team schreiben</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Edit my message</source>
        <translation>Meine Nachricht ändern</translation>
    </message>
    <message>
        <source>Delete my message …</source>
        <translation>Meine Nachricht löschen …</translation>
    </message>
    <message>
        <source>Tag this chat</source>
        <translation>Diesen Chat mit einem Schlagwort versehen</translation>
    </message>
    <message>
        <source>Priority: normal</source>
        <translation>Priorität: normal</translation>
    </message>
    <message>
        <source>Priority: low</source>
        <translation>Priorität: niedrig</translation>
    </message>
    <message>
        <source>Priority: high</source>
        <translation>Priorität: hoch</translation>
    </message>
    <message>
        <source>Priority: urgent</source>
        <translation>Priorität: dringend</translation>
    </message>
    <message>
        <source>Attach files …</source>
        <translation>Dateien anhängen …</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Next spelling mistake</source>
        <translation>Nächster Schreibfehler</translation>
    </message>
    <message>
        <source>Chats of colleagues</source>
        <translation>Chats der anderen</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
    <message>
        <source>Give this chat to a colleague …</source>
        <translation>Diesen Chat einem Kollegen geben …</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Reiter</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Diesen Reiter schließen</translation>
    </message>
    <message>
        <source>One chat, or two side by side</source>
        <translation>Ein Chat, oder zwei nebeneinander</translation>
    </message>
    <message>
        <source>To the other side</source>
        <translation>Auf die andere Seite</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Narrow the list …</source>
        <translation>Liste eingrenzen …</translation>
    </message>
    <message>
        <source>Reply to this message</source>
        <translation>Auf diese Nachricht antworten</translation>
    </message>
    <message>
        <source>Go to the answered message</source>
        <translation>Zur beantworteten Nachricht</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DeskClient</name>
    <message>
        <source>Somebody else signs in.</source>
        <translation>Jemand anderes meldet sich an.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. %2</source>
        <translation>%1 ist nicht erreichbar. %2</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DetailsView</name>
    <message>
        <source>Earlier chats</source>
        <translation>Frühere Chats</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Online now</source>
        <translation>Gerade online</translation>
    </message>
    <message>
        <source>Not on the page now</source>
        <translation>Gerade nicht auf der Seite</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Earlier chat: %1</source>
        <translation>Früherer Chat: %1</translation>
    </message>
    <message>
        <source>Open this chat</source>
        <translation>Diesen Chat öffnen</translation>
    </message>
    <message>
        <source>Whether they are online is not known</source>
        <translation>Ob jemand online ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
</context>
<context>
    <name>deskbell::console::DurationBox</name>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::EmojiCompletion</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>deskbell::console::EmojiPicker</name>
    <message>
        <source>Find an emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Smileys</source>
        <translation>Smileys</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Tiere und Natur</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Essen und Trinken</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Gegenstände</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flaggen</translation>
    </message>
    <message>
        <source>There is none of that name.</source>
        <translation>So heißt keines.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::EndChatDialog</name>
    <message>
        <source>Close chat</source>
        <translation>Chat schließen</translation>
    </message>
    <message>
        <source>Close the chat with %1?</source>
        <translation>Den Chat mit %1 schließen?</translation>
    </message>
    <message>
        <source>It cannot be opened again. The visitor can begin a new one.</source>
        <translation>Er lässt sich nicht wieder öffnen. Wer fragt, kann einen neuen beginnen.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>In a few words (optional)</source>
        <translation>In wenigen Worten (freiwillig)</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::FileController</name>
    <message>
        <source>%1 could not be brought. %2</source>
        <translation>%1 konnte nicht geholt werden. %2</translation>
    </message>
</context>
<context>
    <name>deskbell::console::FilterBar</name>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
    <message>
        <source>Narrow the list (Ctrl+Shift+F)</source>
        <translation>Liste eingrenzen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Department: %1</source>
        <translation>Abteilung: %1</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Schlagwort: %1</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Narrowed to %1. Take away</source>
        <translation>Eingegrenzt auf %1. Aufheben</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Aufheben</translation>
    </message>
</context>
<context>
    <name>deskbell::console::FormPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Form before a chat</source>
        <translation>Formular vor dem Chat</translation>
    </message>
    <message>
        <source>What visitors are asked before they write. The question itself is always among it.</source>
        <translation>Wonach Besuche gefragt werden, bevor sie schreiben. Die Frage selbst gehört immer dazu.</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Feld anlegen</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Nothing is asked</source>
        <translation>Es wird nichts gefragt</translation>
    </message>
    <message>
        <source>A name helps to say hello.</source>
        <translation>Mit einem Namen grüßt es sich leichter.</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>Fragt nach</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Choices, one in a line</source>
        <translation>Möglichkeiten, eine je Zeile</translation>
    </message>
    <message>
        <source>An answer is needed</source>
        <translation>Eine Antwort ist nötig</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The widget has words of its own</source>
        <translation>Das Widget hat eigene Worte dafür</translation>
    </message>
    <message>
        <source>Remove this field from the form?</source>
        <translation>Dieses Feld aus dem Formular entfernen?</translation>
    </message>
    <message>
        <source>What visitors have answered so far stays in their chats.</source>
        <translation>Was bisher geantwortet wurde, bleibt in den Chats.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::HitsView</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Messages that were found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>Go on typing to search in what was said.</source>
        <translation>Tippen Sie weiter, um in dem zu suchen, was gesagt wurde.</translation>
    </message>
    <message>
        <source>Nobody has said that.</source>
        <translation>Das hat niemand gesagt.</translation>
    </message>
    <message>
        <source>The server could not search just now.</source>
        <translation>Der Server konnte gerade nicht suchen.</translation>
    </message>
    <message>
        <source>What was said is searched when the connection is back. The chats above are those that this computer knows.</source>
        <translation>Was gesagt wurde, wird durchsucht, sobald die Verbindung wieder da ist. Die Chats oben sind die, die dieser Rechner kennt.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::HolidayList</name>
    <message>
        <source>Add a day</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>No days yet: the week holds all the year round.</source>
        <translation>Noch keine Tage: Die Woche gilt das ganze Jahr.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n past day(s)</source>
        <translation>
            <numerusform>%n vergangenen Tag entfernen</numerusform>
            <numerusform>%n vergangene Tage entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskbell::console::HolidayRow</name>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>What day it is</source>
        <translation>Was für ein Tag es ist</translation>
    </message>
    <message>
        <source>Closed all day</source>
        <translation>Ganz geschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Day, %1</source>
        <translation>Tag, %1</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>Whether the desk is open on %1</source>
        <translation>Ob am %1 geöffnet ist</translation>
    </message>
    <message>
        <source>%1 opens</source>
        <translation>%1, geöffnet ab</translation>
    </message>
    <message>
        <source>%1 closes</source>
        <translation>%1, geöffnet bis</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>Dieser Tag ist vorbei.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::HoursPage</name>
    <message>
        <source>Business hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>When somebody answers. Outside of these hours visitors read when you open again.</source>
        <translation>Wann jemand antwortet. Außerhalb dieser Zeiten steht im Widget, wann wieder geöffnet ist.</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>Die Woche</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>No hours are set: the desk counts as open at any time.</source>
        <translation>Es sind keine Zeiten gesetzt: Der Desk gilt immer als offen.</translation>
    </message>
    <message>
        <source>The desk is closed at all other times. Chats can be started, and wait.</source>
        <translation>Zu allen anderen Zeiten ist der Desk geschlossen. Chats können beginnen und warten dann.</translation>
    </message>
    <message>
        <source>Holidays and other days of their own</source>
        <translation>Feiertage und andere besondere Tage</translation>
    </message>
    <message>
        <source>On such a day its own hours hold, or none: visitors read that you are closed, and when you open again. What the days are called is for you alone.</source>
        <translation>An einem solchen Tag gelten seine eigenen Zeiten oder keine: Besucher lesen, dass geschlossen ist und wann wieder geöffnet wird. Wie die Tage heißen, sehen nur Sie.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::Line</name>
    <message>
        <source>The server speaks a protocol of its own.</source>
        <translation>Der Server spricht ein eigenes Protokoll.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>Der Server hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The server has gone silent.</source>
        <translation>Der Server ist verstummt.</translation>
    </message>
    <message>
        <source>The server&apos;s greeting cannot be read.</source>
        <translation>Die Begrüßung des Servers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The server ended the session.</source>
        <translation>Der Server hat die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Der Server lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::LoginView</name>
    <message>
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>Sign in to take your place at the desk.</source>
        <translation>Melden Sie sich an und nehmen Sie Platz.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The server&apos;s address should look like https://desk.example.com</source>
        <translation>Die Adresse des Servers sollte aussehen wie https://desk.example.com</translation>
    </message>
    <message>
        <source>Please fill in email and password.</source>
        <translation>Bitte E-Mail und Passwort ausfüllen.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Wird angemeldet …</translation>
    </message>
    <message>
        <source>Somebody rings.
You are there.</source>
        <translation>Jemand klingelt.
Sie sind da.</translation>
    </message>
    <message>
        <source>Other desks …</source>
        <translation>Andere Anmeldungen …</translation>
    </message>
    <message>
        <source>Without https everybody on the way can read your password.</source>
        <translation>Ohne https kann jeder auf dem Weg Ihr Passwort lesen.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::LookPreview</name>
    <message>
        <source>How the widget will look</source>
        <translation>Wie das Widget aussehen wird</translation>
    </message>
    <message>
        <source>Hello! How can we help?</source>
        <translation>Hallo! Wie können wir helfen?</translation>
    </message>
</context>
<context>
    <name>deskbell::console::MainWindow</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light or dark like the system</source>
        <translation>Hell oder dunkel wie das System</translation>
    </message>
    <message>
        <source>Command palette …</source>
        <translation>Befehlspalette …</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>In the list and in a chat</source>
        <translation>In der Liste und im Chat</translation>
    </message>
    <message>
        <source>Open, then claim, the marked chat</source>
        <translation>Den markierten Chat öffnen, dann übernehmen</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>Die Antwort senden</translation>
    </message>
    <message>
        <source>New line in the reply</source>
        <translation>Neue Zeile in der Antwort</translation>
    </message>
    <message>
        <source>Copy the marked message</source>
        <translation>Die markierte Nachricht kopieren</translation>
    </message>
    <message>
        <source>Discard a message that was not sent</source>
        <translation>Eine ungesendete Nachricht verwerfen</translation>
    </message>
    <message>
        <source>Open Deskbell</source>
        <translation>Deskbell öffnen</translation>
    </message>
    <message>
        <source>Alerts with sound</source>
        <translation>Meldungen mit Ton</translation>
    </message>
    <message>
        <source>Silence the bell</source>
        <translation>Klingel ausschalten</translation>
    </message>
    <message>
        <source>Go to another desk …</source>
        <translation>Zu einer anderen Anmeldung …</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>This desktop has no key store that works, so you have to sign in again at the next start. %1</source>
        <translation>Auf diesem Desktop funktioniert kein Schlüsselspeicher; beim nächsten Start müssen Sie sich deshalb wieder anmelden. %1</translation>
    </message>
    <message>
        <source>The bell cannot be heard: no program on this computer can play it (pw-play, paplay or aplay). Alerts are seen only.</source>
        <translation>Die Glocke ist nicht zu hören: Kein Programm auf diesem Rechner kann sie abspielen (pw-play, paplay oder aplay). Alarme sind nur zu sehen.</translation>
    </message>
    <message>
        <source>You are signed out there, and what this computer kept of it is deleted, drafts too.</source>
        <translation>Sie werden dort abgemeldet, und was dieser Rechner davon behalten hat, wird gelöscht, auch Entwürfe.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that are not sent yet are lost.</source>
        <translation>
            <numerusform>%n noch nicht gesendete Nachricht geht verloren.</numerusform>
            <numerusform>%n noch nicht gesendete Nachrichten gehen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>deskbell::console::MessageDelegate</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Gesendet %1</translation>
    </message>
    <message>
        <source>Waits here and will be sent as soon as there is a connection</source>
        <translation>Wartet hier und wird gesendet, sobald es eine Verbindung gibt</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Nicht gesendet. %1</translation>
    </message>
    <message>
        <source>edited · %1</source>
        <translation>geändert · %1</translation>
    </message>
    <message>
        <source>Note · %1 · %2</source>
        <translation>Notiz · %1 · %2</translation>
    </message>
    <message>
        <source>Only colleagues see this. Written %1</source>
        <translation>Nur das Team sieht das. Geschrieben %1</translation>
    </message>
    <message>
        <source>Delivered. Sent %1</source>
        <translation>Zugestellt. Gesendet %1</translation>
    </message>
    <message>
        <source>Read. Sent %1</source>
        <translation>Gelesen. Gesendet %1</translation>
    </message>
    <message>
        <source>Uploading, %1 % · Stop</source>
        <translation>Wird hochgeladen, %1 % · Anhalten</translation>
    </message>
</context>
<context>
    <name>deskbell::console::MessageEdit</name>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>deskbell::console::MessageHitModel</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1, %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>deskbell::console::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Den Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::OfferPanel</name>
    <message>
        <source>Accept  ⏎</source>
        <translation>Annehmen  ⏎</translation>
    </message>
    <message>
        <source>Accept this chat</source>
        <translation>Diesen Chat annehmen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Keep this chat</source>
        <translation>Diesen Chat behalten</translation>
    </message>
    <message>
        <source>%1 offers you this chat · %2</source>
        <translation>%1 bietet Ihnen diesen Chat an · %2</translation>
    </message>
    <message>
        <source>A colleague offers you this chat · %1</source>
        <translation>Jemand aus dem Team bietet Ihnen diesen Chat an · %1</translation>
    </message>
    <message>
        <source>The desk offers you this chat · %1</source>
        <translation>Der Empfang bietet Ihnen diesen Chat an · %1</translation>
    </message>
    <message>
        <source>Offered to %1 · %2</source>
        <translation>%1 angeboten · %2</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>jemand anderem</translation>
    </message>
</context>
<context>
    <name>deskbell::console::OfflineBar</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait here and will be sent</source>
        <translation>
            <numerusform>%n Nachricht wartet hier und wird gesendet</numerusform>
            <numerusform>%n Nachrichten warten hier und werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>you can go on writing</source>
        <translation>Sie können weiterschreiben</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Versucht es …</translation>
    </message>
</context>
<context>
    <name>deskbell::console::OperatorsPage</name>
    <message>
        <source>Operators</source>
        <translation>Mitarbeitende</translation>
    </message>
    <message>
        <source>Who answers here, what they may do and how many chats they take at once.</source>
        <translation>Wer hier antwortet, was sie dürfen und wie viele Chats sie zugleich nehmen.</translation>
    </message>
    <message>
        <source>Add operator</source>
        <translation>Person aufnehmen</translation>
    </message>
    <message>
        <source>New operator</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Noch niemand hier</translation>
    </message>
    <message>
        <source>Add the colleagues who answer your visitors.</source>
        <translation>Nehmen Sie die auf, die Ihren Besuchen antworten.</translation>
    </message>
    <message>
        <source>Shut out …</source>
        <translation>Aussperren …</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Wieder einlassen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Operator: answers chats</source>
        <translation>Antwortet in Chats</translation>
    </message>
    <message>
        <source>Admin: answers, and sets up the desk</source>
        <translation>Antwortet und verwaltet den Desk</translation>
    </message>
    <message>
        <source>Chats at once</source>
        <translation>Chats zugleich</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Es gibt noch keine.</translation>
    </message>
    <message>
        <source>Your present password</source>
        <translation>Ihr jetziges Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Leave empty to keep the one there is</source>
        <translation>Leer lassen, um das jetzige zu behalten</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>ausgesperrt</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>verwaltet</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>Mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Das ist nicht Ihr Passwort.</translation>
    </message>
    <message>
        <source>Shut %1 out?</source>
        <translation>%1 aussperren?</translation>
    </message>
    <message>
        <source>They are signed out everywhere and cannot sign in any more. Their chats go back to the queue. You can let them in again at any time.</source>
        <translation>Die Person wird überall abgemeldet und kann sich nicht mehr anmelden. Ihre Chats warten wieder. Sie können sie jederzeit wieder einlassen.</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Aussperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::PageState</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>This could not be loaded</source>
        <translation>Das ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>This page comes from the server. It shows as soon as there is a connection again.</source>
        <translation>Diese Seite kommt vom Server. Sie zeigt sich, sobald es wieder eine Verbindung gibt.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::PaletteDialog</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>An action, or a visitor&apos;s name</source>
        <translation>Eine Handlung oder ein Name</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>Was es gibt</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>So heißt hier nichts.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::PaletteModel</name>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihrer</translation>
    </message>
</context>
<context>
    <name>deskbell::console::Parcel</name>
    <message>
        <source>The file %1 is not there any more.</source>
        <translation>Die Datei %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The desk does not take files such as %1.</source>
        <translation>Dateien wie %1 werden hier nicht angenommen.</translation>
    </message>
    <message>
        <source>The file %1 could not be uploaded. %2</source>
        <translation>Die Datei %1 konnte nicht hochgeladen werden. %2</translation>
    </message>
</context>
<context>
    <name>deskbell::console::PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::PriorityButton</name>
    <message>
        <source>Low priority</source>
        <translation>Niedrige Priorität</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Normale Priorität</translation>
    </message>
    <message>
        <source>How urgent operators find this chat</source>
        <translation>Wie dringend das Team diesen Chat findet</translation>
    </message>
</context>
<context>
    <name>deskbell::console::RailView</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>You: %1, %2</source>
        <translation>Sie: %1, %2</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Administration (%1)</source>
        <translation>Verwaltung (%1)</translation>
    </message>
</context>
<context>
    <name>deskbell::console::RecordPanel</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>There is no connection. You can save as soon as it is back.</source>
        <translation>Es gibt keine Verbindung. Sie können speichern, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>Saved, but for what you have changed since</source>
        <translation>Gespeichert, außer was Sie seitdem geändert haben</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>deskbell::console::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>How chats find an operator, and how long the desk waits for people. What is saved here goes before the server&apos;s settings file.</source>
        <translation>Wie Chats zu jemandem kommen und wie lange gewartet wird. Was hier gespeichert ist, geht der Einstellungsdatei des Servers vor.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Operators take chats from the queue themselves, as they can.</source>
        <translation>Wer Zeit hat, nimmt sich selbst einen Chat aus der Warteschlange.</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>A chat goes to the operator who was given none for the longest time.</source>
        <translation>Ein Chat geht an den, der am längsten keinen bekommen hat.</translation>
    </message>
    <message>
        <source>To whoever is least busy</source>
        <translation>An den, der am wenigsten zu tun hat</translation>
    </message>
    <message>
        <source>A chat goes to the operator who has the fewest at that moment.</source>
        <translation>Ein Chat geht an den, der in diesem Augenblick die wenigsten hat.</translation>
    </message>
    <message>
        <source>Who gets a chat</source>
        <translation>Wer einen Chat bekommt</translation>
    </message>
    <message>
        <source>How long the desk waits</source>
        <translation>Wie lange gewartet wird</translation>
    </message>
    <message>
        <source>A chat nobody takes is offered to one operator after the other after</source>
        <translation>Ein Chat, den niemand nimmt, wird einem nach dem anderen angeboten nach</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>From then on the consoles of all operators ring twice as often; with “Never” they do so after a minute.</source>
        <translation>Von da an klingelt es bei allen doppelt so oft; bei „Nie“ nach einer Minute.</translation>
    </message>
    <message>
        <source>To accept what the desk offers there are</source>
        <translation>Zeit, um anzunehmen, was angeboten wird</translation>
    </message>
    <message>
        <source>Do not ask, give</source>
        <translation>Nicht fragen, gleich zuteilen</translation>
    </message>
    <message>
        <source>To accept what a colleague offers there are</source>
        <translation>Zeit, um anzunehmen, was Kollegen anbieten</translation>
    </message>
    <message>
        <source>When somebody is gone</source>
        <translation>Wenn jemand weg ist</translation>
    </message>
    <message>
        <source>An operator whose connection is lost keeps their chats for</source>
        <translation>Wer die Verbindung verliert, behält seine Chats für</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>A silent chat whose visitor is gone ends after</source>
        <translation>Ein stiller Chat, dessen Besucher weg ist, endet nach</translation>
    </message>
    <message>
        <source>A new chat is offered to an operator who is there and has room. Who does not accept it within %1 is passed over, and another one is asked.</source>
        <translation>Ein neuer Chat wird jemandem angeboten, der da ist und noch Platz hat. Wird er innerhalb von %1 nicht angenommen, wird jemand anderes gefragt.</translation>
    </message>
    <message>
        <source>A new chat is given at once to an operator who is there and has room. Nobody is asked.</source>
        <translation>Ein neuer Chat wird sofort jemandem zugeteilt, der da ist und noch Platz hat. Gefragt wird niemand.</translation>
    </message>
    <message>
        <source>A chat waits in the queue until somebody takes it, however long that is. The desk asks nobody.</source>
        <translation>Ein Chat wartet in der Warteschlange, bis ihn jemand nimmt, wie lange es auch dauert. Gefragt wird niemand.</translation>
    </message>
    <message>
        <source>A chat waits in the queue until somebody takes it. After %1 it is offered to one operator after the other, first to whoever has the fewest chats; each has %2 to accept it.</source>
        <translation>Ein Chat wartet in der Warteschlange, bis ihn jemand nimmt. Nach %1 wird er einem nach dem anderen angeboten, zuerst dem mit den wenigsten Chats; zum Annehmen bleibt jeweils diese Zeit: %2.</translation>
    </message>
    <message>
        <source>A chat waits in the queue until somebody takes it. After %1 it is given to whoever has the fewest chats, without asking.</source>
        <translation>Ein Chat wartet in der Warteschlange, bis ihn jemand nimmt. Nach %1 wird er ohne Nachfrage dem zugeteilt, der die wenigsten Chats hat.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::SecretBox</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>deskbell::console::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Show the desktop&apos;s notifications</source>
        <translation>Benachrichtigungen des Systems zeigen</translation>
    </message>
    <message>
        <source>Ring the bell until somebody takes the chat</source>
        <translation>Klingeln, bis jemand den Chat übernimmt</translation>
    </message>
    <message>
        <source>Without the bell alerts are seen only: in the window, as notifications and as numbers on the icons.</source>
        <translation>Ohne die Klingel sind Hinweise nur zu sehen: im Fenster, als Benachrichtigungen und als Zahlen auf den Symbolen.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Ring again after</source>
        <translation>Wieder klingeln nach</translation>
    </message>
    <message>
        <source>Show the bell in the tray</source>
        <translation>Glocke in der Taskleiste zeigen</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>In der Taskleiste weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>This desktop has no tray; closing the window ends the program.</source>
        <translation>Auf diesem System gibt es keinen solchen Platz; mit dem Fenster schließt sich das Programm.</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>Mit der Anmeldung am Rechner starten</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Kind of the proxy</source>
        <translation>Art des Proxys</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Certificates of your own</source>
        <translation>Eigene Zertifikate</translation>
    </message>
    <message>
        <source>A PEM file of certificate authorities to trust beside those of the system.</source>
        <translation>Eine PEM-Datei mit Zertifizierungsstellen, denen außer denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Please say where the proxy is.</source>
        <translation>Bitte geben Sie an, wo der Proxy ist.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>/etc/ssl/our-company.pem</source>
        <translation>/etc/ssl/unsere-firma.pem</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Like the language</source>
        <translation>Wie die Sprache</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>No dictionary of hunspell is installed on this computer, such as the package hunspell-en-us.</source>
        <translation>Auf diesem Rechner ist kein Wörterbuch für hunspell installiert, etwa das Paket hunspell-de-de.</translation>
    </message>
    <message>
        <source>Dictionaries of hunspell that are installed on this computer. F7 goes to the next mistake.</source>
        <translation>Wörterbücher für hunspell, die auf diesem Rechner installiert sind. F7 geht zum nächsten Fehler.</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Meine Wörter</translation>
    </message>
    <message>
        <source>Words that you add while you write are listed here.</source>
        <translation>Wörter, die Sie beim Schreiben hinzufügen, stehen dann hier.</translation>
    </message>
    <message>
        <source>If it asks for one</source>
        <translation>Falls er danach fragt</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>Where you have signed in. A desk that is removed is signed out, and what this computer kept of it is deleted, drafts and unsent messages too.</source>
        <translation>Wo Sie sich angemeldet haben. Ein Desk, der entfernt wird, wird abgemeldet, und was dieser Rechner davon behalten hat, wird gelöscht, auch Entwürfe und nicht gesendete Nachrichten.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>deskbell::console::SpellingMarks</name>
    <message>
        <source>No suggestion for “%1”</source>
        <translation>Kein Vorschlag für „%1“</translation>
    </message>
    <message>
        <source>Add “%1” to my words</source>
        <translation>„%1“ zu meinen Wörtern</translation>
    </message>
</context>
<context>
    <name>deskbell::console::StatsModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>Keine Abteilung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Gedauert</translation>
    </message>
    <message>
        <source>Chats that were started</source>
        <translation>Chats, die begonnen wurden</translation>
    </message>
    <message>
        <source>Chats that somebody took</source>
        <translation>Chats, die jemand übernommen hat</translation>
    </message>
    <message>
        <source>Chats that have ended</source>
        <translation>Chats, die beendet sind</translation>
    </message>
    <message>
        <source>Messages in them</source>
        <translation>Nachrichten darin</translation>
    </message>
    <message>
        <source>Waited until the claim: half of them no longer</source>
        <translation>Wartezeit bis zur Übernahme: die Hälfte nicht länger</translation>
    </message>
    <message>
        <source>Waited until the claim: 95 of 100 no longer</source>
        <translation>Wartezeit bis zur Übernahme: 95 von 100 nicht länger</translation>
    </message>
    <message>
        <source>First answer after the start: half of them no later</source>
        <translation>Erste Antwort nach dem Beginn: die Hälfte nicht später</translation>
    </message>
    <message>
        <source>First answer after the start: 95 of 100 no later</source>
        <translation>Erste Antwort nach dem Beginn: 95 von 100 nicht später</translation>
    </message>
    <message>
        <source>From the claim to the end: half of them no longer</source>
        <translation>Von der Übernahme bis zum Ende: die Hälfte nicht länger</translation>
    </message>
    <message>
        <source>From the claim to the end: 95 of 100 no longer</source>
        <translation>Von der Übernahme bis zum Ende: 95 von 100 nicht länger</translation>
    </message>
</context>
<context>
    <name>deskbell::console::StatsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>How many chats there were, and how long people waited for an answer.</source>
        <translation>Wie viele Chats es gab und wie lange auf Antwort gewartet wurde.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Over which days</source>
        <translation>Über welche Tage</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>Die letzten 90 Tage</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Das letzte Jahr</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>Wonach</translation>
    </message>
    <message>
        <source>by operator</source>
        <translation>nach Person</translation>
    </message>
    <message>
        <source>by department</source>
        <translation>nach Abteilung</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>nach Tag</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To, this day included</source>
        <translation>Bis einschließlich</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Alle Zahlen</translation>
    </message>
    <message>
        <source>%1 claimed, %2 ended</source>
        <translation>%1 übernommen, %2 beendet</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>95 of 100 within %1</source>
        <translation>95 von 100 binnen %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Half of the chats within</source>
        <translation>Die Hälfte der Chats binnen</translation>
    </message>
    <message>
        <source>95 of 100 within</source>
        <translation>95 von 100 binnen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::TagsEdit</name>
    <message>
        <source>New name of %1</source>
        <translation>Neuer Name für %1</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Ein Schlagwort braucht einen Namen.</translation>
    </message>
    <message>
        <source>A tag has %1 characters at most; these are %2.</source>
        <translation>Ein Schlagwort hat höchstens %1 Zeichen; das sind %2.</translation>
    </message>
    <message>
        <source>This tag is there already.</source>
        <translation>Dieses Schlagwort gibt es schon.</translation>
    </message>
    <message>
        <source>There can be %1 tags at most.</source>
        <translation>Es kann höchstens %1 Schlagwörter geben.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>Noch ein Schlagwort</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Tags of the desk</source>
        <translation>Schlagwörter des Desks</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::TagsPage</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>What chats are sorted by. Operators are offered these first, in this order, and may write others.</source>
        <translation>Wonach Chats sortiert werden. Diese werden beim Tippen zuerst angeboten, in dieser Reihenfolge; andere sind erlaubt.</translation>
    </message>
    <message>
        <source>The desk&apos;s tags</source>
        <translation>Schlagwörter des Desks</translation>
    </message>
    <message>
        <source>Drag a tag to where it belongs. Chats that have a tag keep it when it is renamed or removed here.</source>
        <translation>Ziehen Sie ein Schlagwort dorthin, wo es hingehört. Chats behalten ihr Schlagwort, wenn es hier umbenannt oder entfernt wird.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::TagsView</name>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Add a tag (Ctrl+Shift+T, then Enter)</source>
        <translation>Schlagwort hinzufügen (Strg+Umschalt+T, dann Enter)</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <translation>Das Schlagwort %1 entfernen</translation>
    </message>
    <message>
        <source>Tags to choose from</source>
        <translation>Schlagwörter zur Auswahl</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ThreadModel</name>
    <message>
        <source>%1, sent</source>
        <translation>%1, gesendet</translation>
    </message>
    <message>
        <source>%1, waiting to be sent</source>
        <translation>%1, wartet aufs Senden</translation>
    </message>
    <message>
        <source>%1, not sent: %2</source>
        <translation>%1, nicht gesendet: %2</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>Note. %1</source>
        <translation>Notiz. %1</translation>
    </message>
    <message>
        <source>%1, delivered</source>
        <translation>%1, zugestellt</translation>
    </message>
    <message>
        <source>%1, read</source>
        <translation>%1, gelesen</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ThreadState</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This conversation could not be loaded.</source>
        <translation>Dieses Gespräch konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>This conversation is not on this computer. It comes when the connection is back.</source>
        <translation>Dieses Gespräch ist nicht auf diesem Computer. Es kommt, sobald die Verbindung wieder da ist.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::ThreadView</name>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Go to the answered message</source>
        <translation>Zur beantworteten Nachricht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>E-Mail schreiben</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>deskbell::console::TransferDialog</name>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Transfer chat</source>
        <translation>Chat übergeben</translation>
    </message>
    <message>
        <source>Hand over the chat with %1</source>
        <translation>Den Chat mit %1 übergeben</translation>
    </message>
    <message>
        <source>You keep it until somebody accepts. If nobody does, it goes back to the queue.</source>
        <translation>Sie behalten ihn, bis jemand annimmt. Tut das niemand, geht er zurück zu den Wartenden.</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What should they know? (optional)</source>
        <translation>Was sollte man wissen? (freiwillig)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>%1 · department</source>
        <translation>%1 · Abteilung</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Zurück zu den Wartenden</translation>
    </message>
    <message>
        <source>Assign chat</source>
        <translation>Chat zuweisen</translation>
    </message>
    <message>
        <source>Who is to have the chat with %1?</source>
        <translation>Wer soll den Chat mit %1 haben?</translation>
    </message>
    <message>
        <source>They have it at once, without being asked.</source>
        <translation>Er gehört dann sofort dieser Person, ohne dass sie gefragt wird.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
</context>
<context>
    <name>deskbell::console::TrayIcon</name>
    <message numerus="yes">
        <source>Deskbell: %n waiting</source>
        <translation>
            <numerusform>Deskbell: %n wartet</numerusform>
            <numerusform>Deskbell: %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Deskbell</source>
        <translation>Deskbell</translation>
    </message>
</context>
<context>
    <name>deskbell::console::WebhooksPage</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Other servers that are told by HTTP of what happens at the desk.</source>
        <translation>Andere Server, die per HTTP erfahren, was am Desk geschieht.</translation>
    </message>
    <message>
        <source>Add webhook</source>
        <translation>Webhook anlegen</translation>
    </message>
    <message>
        <source>New webhook</source>
        <translation>Neuer Webhook</translation>
    </message>
    <message>
        <source>No webhooks yet</source>
        <translation>Noch keine Webhooks</translation>
    </message>
    <message>
        <source>A customer database or a team chat can hear of every chat that begins.</source>
        <translation>Eine Kundendatenbank oder ein Team-Chat kann von jedem Chat hören, der beginnt.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>With no mark it hears of everything. What it is told is signed with its secret.</source>
        <translation>Ohne Haken hört er von allem. Was er hört, ist mit seinem Geheimnis unterschrieben.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Copy this secret now. It is not shown again.</source>
        <translation>Kopieren Sie dieses Geheimnis jetzt. Es wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Delete the webhook to %1?</source>
        <translation>Den Webhook zu %1 löschen?</translation>
    </message>
    <message>
        <source>What it has not been told of yet goes with it. This cannot be undone.</source>
        <translation>Was er noch nicht gehört hat, geht mit ihm. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What it is told is signed with its secret. It cannot be changed: add another one, and delete this.</source>
        <translation>Was er erfährt, ist mit seinem Geheimnis unterschrieben. Er kann nicht geändert werden: Fügen Sie einen anderen hinzu und löschen Sie diesen.</translation>
    </message>
</context>
<context>
    <name>deskbell::console::WeekGrid</name>
    <message>
        <source>Monday&apos;s hours for all weekdays</source>
        <translation>Die Zeiten vom Montag für alle Werktage</translation>
    </message>
</context>
<context>
    <name>deskbell::console::WidgetPage</name>
    <message>
        <source>Widget</source>
        <translation>Widget</translation>
    </message>
    <message>
        <source>What visitors see on your pages: the desk&apos;s name, its words and its colours.</source>
        <translation>Was Besuche auf Ihren Seiten sehen: Name, Worte und Farben des Desks.</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Remove ended chats after</source>
        <translation>Beendete Chats entfernen nach</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tagen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Name des Desks</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Gruß</translation>
    </message>
    <message>
        <source>What visitors read before they write</source>
        <translation>Was vor dem Schreiben zu lesen ist</translation>
    </message>
    <message>
        <source>While nobody is there</source>
        <translation>Solange niemand da ist</translation>
    </message>
    <message>
        <source>What they read instead, when you are closed</source>
        <translation>Was stattdessen zu lesen ist, wenn geschlossen ist</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The desk&apos;s name</source>
        <translation>Der Name des Desks</translation>
    </message>
    <message>
        <source>Line below it</source>
        <translation>Zeile darunter</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Lower right</source>
        <translation>Rechts unten</translation>
    </message>
    <message>
        <source>Lower left</source>
        <translation>Links unten</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Like the visitor&apos;s system</source>
        <translation>Wie das System des Besuchs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Say “Deskbell” at its foot</source>
        <translation>„Deskbell“ am Fuß nennen</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
</context>
</TS>
