#include "console/admin/cannedpage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/dialogs/questions.h"
#include "console/models/cannedtext.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <array>

namespace deskbell::console {

namespace {

constexpr int restMs = 300;

struct Variable
{
    const char *name;
    const char *meaning;
};

constexpr std::array variables{
    Variable{"visitor.name", QT_TRANSLATE_NOOP("deskbell::console::CannedPage", "the visitor's name")},
    Variable{"visitor.email", QT_TRANSLATE_NOOP("deskbell::console::CannedPage", "the visitor's address")},
    Variable{"operator.name", QT_TRANSLATE_NOOP("deskbell::console::CannedPage", "who answers")},
    Variable{"desk.name", QT_TRANSLATE_NOOP("deskbell::console::CannedPage", "the desk")},
    Variable{"chat.page", QT_TRANSLATE_NOOP("deskbell::console::CannedPage", "the page they write from")},
};

} // namespace

CannedPage::CannedPage(const AdminContext &context, QWidget *parent)
    : RecordsPage(context,
                  {QStringLiteral("replies"), QStringLiteral("canned"), tr("Canned replies"),
                   tr("Texts that everybody can put into a reply by typing / and the shortcut.")},
                  {tr("Add reply"), tr("New canned reply"), tr("No canned replies yet"),
                   tr("What is said every day needs to be written only once.")},
                  parent),
      m_shortcut(panel().form().addText(QStringLiteral("shortcut"), tr("Shortcut"))),
      m_replyTitle(panel().form().addText(QStringLiteral("title"), tr("Title"))),
      m_text(panel().form().addLongText(QStringLiteral("text"), tr("Text"), 6)), m_previewHead(new QLabel(this)),
      m_preview(new QLabel(this)), m_delete(panel().addAction(named("DeleteButton"), tr("Delete …")))
{
    m_shortcut->setPlaceholderText(tr("such as hello, typed as /hello"));
    panel().form().addHint(tr("Variables, filled in for each chat:"));
    panel().form().addWide(makeVariables());
    panel().form().addWide(makePreview());
    m_pause.setSingleShot(true);
    m_pause.setInterval(restMs);
    connect(&m_pause, &QTimer::timeout, this, &CannedPage::preview);
    connect(m_text, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_delete, &QPushButton::clicked, this, &CannedPage::askToDelete);
    connect(&context.workspace.office(), &Office::changed, this, &CannedPage::refresh);
    refresh();
}

QWidget *CannedPage::makeVariables()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::xs);
    grid->setHorizontalSpacing(space::s);
    int row = 0;
    for (const Variable &each : variables) {
        const QString name = QLatin1String(each.name);
        auto *button = new QPushButton(QStringLiteral("{{%1}}").arg(name), box);
        button->setObjectName(named("VariableButton"));
        button->setProperty("kind", QStringLiteral("chip"));
        button->setProperty("slim", true);
        button->setAccessibleName(tr("Insert %1").arg(tr(each.meaning)));
        connect(button, &QPushButton::clicked, this, [this, button] {
            m_text->insertPlainText(button->text());
            m_text->setFocus(Qt::OtherFocusReason);
        });
        auto *meaning = new QLabel(tr(each.meaning), box);
        meaning->setProperty("tone", QStringLiteral("hint"));
        grid->addWidget(button, row, 0, Qt::AlignLeft);
        grid->addWidget(meaning, row++, 1);
    }
    grid->setColumnStretch(1, 1);
    return box;
}

QWidget *CannedPage::makePreview()
{
    auto *box = new QFrame(this);
    box->setObjectName(named("PreviewBox"));
    box->setProperty("kind", QStringLiteral("preview"));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::xs);
    m_previewHead->setFont(context().theme.font(FontSize::Small, Weight::SemiBold));
    m_previewHead->setProperty("tone", QStringLiteral("hint"));
    m_preview->setObjectName(named("PreviewLabel"));
    for (QLabel *label : {m_previewHead, m_preview}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    return box;
}

void CannedPage::load()
{
    loadAfter({}, {});
}

void CannedPage::loadAfter(const QString &shortcut, QList<api::CannedReply> before)
{
    api::CannedList list;
    if (!shortcut.isEmpty())
        list.after = shortcut;
    askToShow(list, [this, before = std::move(before)](const api::CannedListAnswer &answer) {
        const QList<api::CannedReply> all = before + answer.replies;
        if (answer.next)
            return loadAfter(*answer.next, all);
        context().workspace.office().setCannedReplies(all);
        refresh();
    });
}

const QList<api::CannedReply> &CannedPage::records() const
{
    return context().workspace.office().cannedReplies();
}

AdminRow CannedPage::row(const api::CannedReply &reply) const
{
    return {reply.id.toString(), oneLine(reply.title), oneLine(reply.text), QLatin1Char('/') + reply.shortcut,
            QStringLiteral("canned")};
}

void CannedPage::fillWith(const api::CannedReply *found)
{
    m_shortcut->setText(found ? found->shortcut : QString());
    m_replyTitle->setText(found ? found->title : QString());
    m_text->setPlainText(found ? found->text : QString());
    m_delete->setVisible(found);
    panel().setSaveText(found ? tr("Save") : tr("Add"));
    m_pause.stop();
    // The form is settled after this: only then it is known that the text is the saved one.
    QMetaObject::invokeMethod(this, &CannedPage::preview, Qt::QueuedConnection);
}

void CannedPage::save(const QString &id)
{
    const auto done = [this](const Result<api::CannedReply> &answer) { finish(answer); };
    QString shortcut = m_shortcut->text().trimmed();
    if (shortcut.startsWith(QLatin1Char('/')))
        shortcut.remove(0, 1); // as one types it, but not what it is called
    if (id.isEmpty())
        ask(api::CannedCreate{shortcut, m_replyTitle->text().trimmed(), m_text->toPlainText()}, done);
    else
        ask(api::CannedUpdate{CannedId::fromTrusted(id), shortcut, m_replyTitle->text().trimmed(),
                              m_text->toPlainText()},
            done);
}

void CannedPage::finish(const Result<api::CannedReply> &answer)
{
    if (!answer)
        return takeRefused(answer.error(),
                           answer.error().code == ErrorCode::CannedExists ? QStringLiteral("shortcut") : QString());
    context().workspace.office().takeEvent(api::CannedUpdated{*answer}); // which may come after the answer
    takeSaved(answer->id.toString());
}

void CannedPage::askToDelete()
{
    const api::CannedReply *found = find(openId());
    if (!found)
        return;
    const CannedId id = found->id;
    context().questions.askConfirmation(
        this,
        {QStringLiteral("deleteCanned"), tr("Delete the reply /%1?").arg(oneLine(found->shortcut)),
         tr("What was sent with it stays. This cannot be undone."), tr("Delete"), tr("Cancel")},
        [this, id] {
            ask(api::CannedDelete{id}, [this, id](const Result<Nothing> &answer) {
                if (!answer)
                    return takeRefused(answer.error());
                context().workspace.office().takeEvent(api::CannedDeleted{id});
                takeRemoved();
            });
        });
}

/// A chat to try the text in: one's own, or else any.
const api::Chat *CannedPage::exampleChat() const
{
    const Workspace &workspace = context().workspace;
    for (int row = 0; row < workspace.chatCount(); ++row) {
        if (!workspace.isEnded(row) && workspace.isMine(workspace.chatAt(row)))
            return &workspace.chatAt(row);
    }
    return workspace.chatCount() > 0 ? &workspace.chatAt(0) : nullptr;
}

/// What is saved is filled in by the server, as it will be in a chat; what is being written, here.
void CannedPage::preview()
{
    const int number = ++m_asked;
    const api::Chat *chat = exampleChat();
    if (!chat) {
        m_previewHead->setText(tr("Preview"));
        m_preview->setText(m_text->toPlainText());
        return;
    }
    m_previewHead->setText(tr("In the chat with %1").arg(oneLine(chat->visitorName)));
    m_preview->setText(cannedText(m_text->toPlainText(), context().workspace, *chat));
    if (openId().isEmpty() || isDirty() || !isOnline())
        return;
    ask(api::CannedRender{CannedId::fromTrusted(openId()), chat->id},
        [this, number](const Result<api::CannedRenderAnswer> &answer) {
            if (answer && number == m_asked)
                m_preview->setText(answer->text);
        });
}

} // namespace deskbell::console
