// The way of a letter's files: before the letter, and as often as it takes.
#include "console/net/courier.h"

#include <QLoggingCategory>

namespace deskbell::console {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.outbox")

} // namespace

void Courier::bring(const Letter &letter)
{
    auto *parcel = new Parcel(m_link, m_line, letter, this);
    m_parcels.insert(letter.chatId, parcel);
    connect(parcel, &Parcel::progressed, this,
            [this, letter](int percent) { m_workspace.setProgress(letter.chatId, letter.clientId, percent); });
    connect(parcel, &Parcel::arrived, this,
            [this, letter](int at, const AttachmentId &id) { takeArrived(letter, at, id); });
    connect(parcel, &Parcel::finished, this, [this, letter, parcel](const Result<Nothing> &result) {
        parcel->deleteLater();
        takeBrought(letter, result);
    });
    parcel->start();
}

/// What is there stays there, whatever becomes of the rest.
void Courier::takeArrived(const Letter &letter, int at, const AttachmentId &id)
{
    Letter *known = find(letter.chatId, letter.clientId);
    if (!known)
        return;
    known->files[at].attachmentId = id;
    if (const auto stored = m_outbox.setFiles(m_account, *known); !stored)
        qCWarning(log).noquote() << "The outbox was not written:" << stored.error().message;
}

void Courier::takeBrought(const Letter &letter, const Result<Nothing> &result)
{
    m_parcels.remove(letter.chatId);
    m_underway.remove(letter.chatId);
    if (!result)
        takeRefusal(letter, result.error());
    carry(letter.chatId);
}

void Courier::halt(const ChatId &id, const QString &clientId)
{
    const Letter *letter = find(id, clientId);
    const auto isHere = [](const LetterFile &file) { return !file.attachmentId; };
    if (!letter || letter->problem || std::none_of(letter->files.begin(), letter->files.end(), isHere))
        return; // the message itself may be at the server already
    const QList<Letter> &letters = m_letters[id];
    const auto first = std::find_if(letters.begin(), letters.end(), [](const Letter &each) { return !each.problem; });
    const bool isUnderway = first->clientId == clientId && m_parcels.value(id);
    if (isUnderway) {
        delete m_parcels.take(id);
        m_underway.remove(id);
    }
    fail(Letter(*letter), tr("You stopped it."));
    carry(id);
}

void Courier::dropFiles(const Letter &letter)
{
    for (const LetterFile &each : letter.files)
        m_shelf.drop(each);
}

} // namespace deskbell::console
