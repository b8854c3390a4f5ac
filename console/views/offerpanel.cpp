#include "console/views/offerpanel.h"

#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace deskbell::console {

OfferPanel::OfferPanel(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_headline(new QLabel(this)), m_note(new QLabel(this)),
      m_decline(new QPushButton(tr("Decline"), this)), m_accept(new QPushButton(tr("Accept  ⏎"), this))
{
    setObjectName(QStringLiteral("offerPanel"));
    m_headline->setObjectName(QStringLiteral("offerLabel"));
    m_headline->setFont(theme.font(FontSize::List, Weight::SemiBold));
    m_note->setObjectName(QStringLiteral("offerNoteLabel"));
    m_note->setFont(theme.font(FontSize::List));
    for (QLabel *label : {m_headline, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_decline->setObjectName(QStringLiteral("declineButton"));
    m_accept->setObjectName(QStringLiteral("acceptOfferButton"));
    m_accept->setAccessibleName(tr("Accept this chat"));
    m_accept->setProperty("kind", QStringLiteral("primary"));
    m_accept->setAutoDefault(true); // Enter presses it while it has the focus
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_headline);
    texts->addWidget(m_note);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::m, space::m);
    row->setSpacing(space::s);
    row->addLayout(texts, 1);
    row->addWidget(m_decline);
    row->addWidget(m_accept);
    connect(m_accept, &QPushButton::clicked, this, &OfferPanel::accepted);
    connect(m_decline, &QPushButton::clicked, this, &OfferPanel::declined);
    hide();
}

void OfferPanel::setChat(const api::Chat &chat)
{
    const bool toMe = m_workspace.isOfferedToMe(chat);
    const bool fromMe = chat.offer && chat.status == api::ChatStatus::Active && m_workspace.isMine(chat);
    setVisible(toMe || fromMe);
    if (!toMe && !fromMe)
        return;
    m_headline->setText(headline(chat, toMe));
    const QString note = oneLine(chat.offer->note.value_or(QString()));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_accept->setVisible(toMe);
    m_decline->setText(toMe ? tr("Decline") : tr("Take back"));
    m_decline->setToolTip(toMe ? QString() : tr("Keep this chat"));
}

QString OfferPanel::headline(const api::Chat &chat, bool toMe) const
{
    const api::ChatOffer &offer = *chat.offer;
    const Office &office = m_workspace.office();
    const QString left = waitText(std::max<qint64>(0, offer.expiresAt.ms - m_workspace.clock().now().ms));
    if (toMe) {
        const QString by = offer.offeredBy ? oneLine(office.operatorName(*offer.offeredBy)) : QString();
        if (!by.isEmpty())
            return tr("%1 offers you this chat · %2").arg(by, left);
        return offer.offeredBy ? tr("A colleague offers you this chat · %1").arg(left)
                               : tr("The desk offers you this chat · %1").arg(left);
    }
    const QString to = offer.operatorId ? office.operatorName(*offer.operatorId)
                                        : office.departmentName(offer.departmentId.value_or(DepartmentId()));
    return tr("Offered to %1 · %2").arg(to.isEmpty() ? tr("a colleague") : oneLine(to), left);
}

void OfferPanel::takeFocus()
{
    m_accept->setFocus();
}

} // namespace deskbell::console
