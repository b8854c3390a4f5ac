#include "console/dialogs/transferdialog.h"

#include "console/dialogs/endchatdialog.h"
#include "console/models/wording.h"
#include "console/theme/iconengine.h"
#include "console/theme/painting.h"
#include "console/theme/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>

namespace deskbell::console {

namespace {

constexpr int dialogWidth = 420;
constexpr int avatarSize = 28;
constexpr int iconSize = 20;
constexpr int rowHeight = 40;
constexpr int mostRows = 6;
constexpr int leastRows = 2; // at a high scale
constexpr int mostNote = 4'000;

enum PlaceRole { OperatorRole = Qt::UserRole, DepartmentRole };

Presence presenceOf(api::OperatorStatus status)
{
    switch (status) {
    case api::OperatorStatus::Online:
        return Presence::Online;
    case api::OperatorStatus::Busy:
        return Presence::Busy;
    case api::OperatorStatus::Offline:
        break;
    }
    return Presence::Offline;
}

QString statusText(api::OperatorStatus status)
{
    switch (status) {
    case api::OperatorStatus::Online:
        return TransferDialog::tr("online");
    case api::OperatorStatus::Busy:
        return TransferDialog::tr("busy");
    case api::OperatorStatus::Offline:
        break;
    }
    return TransferDialog::tr("offline");
}

/// An icon of our set in the middle of the room that an avatar has.
QIcon placeIcon(const QString &name, const Theme &theme, double ratio)
{
    QPixmap pixmap(QSize(avatarSize + 4, avatarSize + 4) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const double margin = (avatarSize - iconSize) / 2.0;
    paintIcon(painter, QRectF(margin, margin + 2, iconSize, iconSize), name, theme.color(Token::Ink2));
    return QIcon(pixmap);
}

QIcon avatarOf(const api::Operator &who, const Theme &theme, double ratio)
{
    QPixmap pixmap(QSize(avatarSize + 4, avatarSize + 4) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF rect(0, 2, avatarSize, avatarSize); // in the middle of the row
    paintAvatar(painter, rect, theme, who.id.toString(), who.name);
    paintPresence(painter, rect, theme, presenceOf(who.status), theme.color(Token::Raised));
    return QIcon(pixmap);
}

} // namespace

TransferDialog::TransferDialog(Kind kind, const Theme &theme, const Workspace &workspace, const api::Chat &chat,
                               QWidget *parent)
    : QDialog(parent), m_kind(kind), m_chatId(chat.id), m_places(new QListWidget(this)),
      m_note(new QPlainTextEdit(this))
{
    const bool assigns = kind == Kind::Assign;
    setObjectName(assigns ? QStringLiteral("assignDialog") : QStringLiteral("transferDialog"));
    setWindowTitle(assigns ? tr("Assign chat") : tr("Transfer chat"));
    const QString question = assigns ? tr("Who is to have the chat with %1?") : tr("Hand over the chat with %1");
    auto *title = new QLabel(question.arg(oneLine(chat.visitorName)), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(theme.font(FontSize::Title, Weight::SemiBold));
    title->setWordWrap(true);
    title->setMinimumWidth(dialogWidth);
    auto *line =
        new QLabel(assigns ? tr("They have it at once, without being asked.")
                           : tr("You keep it until somebody accepts. If nobody does, it goes back to the queue."),
                   this);
    line->setProperty("tone", QStringLiteral("secondary"));
    line->setWordWrap(true);
    line->setContentsMargins(0, 0, 0, space::s);
    for (QLabel *label : {title, line}) // what wraps would else be given one line
        label->setMinimumHeight(label->heightForWidth(dialogWidth));
    m_places->setObjectName(QStringLiteral("transferListView"));
    m_places->setAccessibleName(tr("To whom"));
    m_places->setIconSize({avatarSize + 4, avatarSize + 4});
    m_places->setFont(theme.font(FontSize::List));
    addPlaces(theme, workspace, chat);
    const int whole = rowHeight * std::clamp(m_places->count(), 1, mostRows) + 2 * space::xs;
    m_places->setMinimumHeight(std::min(whole, leastRows * rowHeight + 2 * space::xs));
    m_places->setMaximumHeight(whole);
    m_note->setObjectName(QStringLiteral("transferNoteEdit"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What should they know? (optional)"));
    m_note->setProperty("framed", true);
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(44);
    m_note->setMaximumHeight(76);
    m_note->setVisible(!assigns);
    setLayout(assigns ? dialogLayout({title, line, m_places}, this, tr("Assign"), tr("Cancel"))
                      : dialogLayout({title, line, m_places, m_note}, this, tr("Hand over"), tr("Keep it")));
    auto *accept = findChild<QPushButton *>(QStringLiteral("acceptButton"));
    connect(m_places, &QListWidget::currentRowChanged, this, [this, accept](int row) {
        accept->setEnabled(row >= 0);
        const bool queue = m_kind == Kind::Offer && row == m_places->count() - 1; // nobody reads a note there
        m_note->setEnabled(!queue);
    });
    connect(m_places, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this, accept] { accept->setEnabled(m_note->toPlainText().toUcs4().size() <= mostNote); });
    accept->setEnabled(m_places->count() > 0); // on a desk of one there is nobody to give it to
    m_places->setCurrentRow(0);
    m_places->setFocus();
    const int tall = minimumSizeHint().height() + whole - m_places->minimumHeight() + (assigns ? 0 : 76 - 44);
    resize(minimumSizeHint().width(), parent ? std::min(tall, parent->height() - space::m) : tall);
}

/// Colleagues, those who are there first; departments; the queue. An admin may assign a chat to themselves.
void TransferDialog::addPlaces(const Theme &theme, const Workspace &workspace, const api::Chat &chat)
{
    const OperatorId self = workspace.self().id;
    using api::OperatorStatus;
    for (const auto status : {OperatorStatus::Online, OperatorStatus::Busy, OperatorStatus::Offline}) {
        for (const api::Operator &each : workspace.office().operators()) {
            const bool isHolder = chat.status == api::ChatStatus::Active && each.id == chat.operatorId;
            if (each.status != status || isHolder || (m_kind == Kind::Offer && each.id == self))
                continue;
            const QString who = each.id == self ? tr("%1 (you)").arg(oneLine(each.name)) : oneLine(each.name);
            auto *item = new QListWidgetItem(avatarOf(each, theme, devicePixelRatioF()),
                                             QStringLiteral("%1 · %2").arg(who, statusText(status)), m_places);
            item->setData(OperatorRole, each.id.toString());
        }
    }
    if (m_kind == Kind::Assign)
        return;
    for (const api::Department &each : workspace.office().departments()) {
        auto *item = new QListWidgetItem(placeIcon(QStringLiteral("mine"), theme, devicePixelRatioF()),
                                         tr("%1 · department").arg(oneLine(each.name)), m_places);
        item->setData(DepartmentRole, each.id.toString());
    }
    new QListWidgetItem(placeIcon(QStringLiteral("queue"), theme, devicePixelRatioF()), tr("Back to the queue"),
                        m_places);
}

OperatorId TransferDialog::colleague() const
{
    return OperatorId::fromTrusted(m_places->currentItem()->data(OperatorRole).toString());
}

ChatChange TransferDialog::answer() const
{
    const QListWidgetItem *place = m_places->currentItem();
    const QString colleague = place->data(OperatorRole).toString();
    const QString department = place->data(DepartmentRole).toString();
    if (colleague.isEmpty() && department.isEmpty())
        return api::ChatRelease{m_chatId};
    api::ChatTransfer transfer{m_chatId};
    if (!colleague.isEmpty())
        transfer.operatorId = OperatorId::fromTrusted(colleague);
    else
        transfer.departmentId = DepartmentId::fromTrusted(department);
    if (const QString note = m_note->toPlainText().trimmed(); !note.isEmpty())
        transfer.note = note;
    return transfer;
}

} // namespace deskbell::console
