#include "server/store/notestore.h"

namespace deskbell::server {

namespace {

const Sql insertNote{
    "INSERT INTO note (id, chat, operatorId, operatorName, text, createdAt) VALUES (?, ?, ?, ?, ?, ?)"};
// In the order of the fields of api::Note.
const Sql selectNotes{
    "SELECT note.id, chat.id, note.operatorId, note.operatorName, note.text, note.createdAt FROM note"
    " JOIN chat ON chat.key = note.chat WHERE note.chat = ? AND note.id > ? ORDER BY note.id LIMIT ?"};

} // namespace

void NoteStore::add(const ChatHead &chat, const api::Note &note)
{
    m_transaction.change(insertNote, note.id, chat.key, note.operatorId, note.operatorName, note.text, note.createdAt);
}

QList<api::Note> NoteStore::of(const ChatHead &chat, const std::optional<QString> &cursor, int limit)
{
    QList<api::Note> notes;
    Query query = m_transaction.query(selectNotes, chat.key, cursor.value_or(QString()), limit);
    while (query.next())
        notes.append(query.row<api::Note>());
    return notes;
}

} // namespace deskbell::server
