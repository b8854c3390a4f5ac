// What was typed and not sent.
#include "console/store/deskstore.h"

#include <QSet>

namespace deskbell::console {

namespace {

/// A null text would be no text to SQL.
QString stored(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant stored(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

} // namespace

/// The table outlives all versions, so what an earlier one did not know is added to it.
Result<Nothing> DeskStore::growDrafts()
{
    QSet<QString> there;
    {
        QSqlQuery columns = rows(QStringLiteral("SELECT name FROM pragma_table_info('drafts')"), {});
        while (columns.next())
            there.insert(columns.value(0).toString());
    }
    for (const QString &column :
         {QStringLiteral("files TEXT NOT NULL DEFAULT ''"), QStringLiteral("replyToSeq INTEGER"),
          QStringLiteral("note TEXT NOT NULL DEFAULT ''"), QStringLiteral("noting INTEGER NOT NULL DEFAULT 0"),
          QStringLiteral("editSeq INTEGER"), QStringLiteral("editText TEXT NOT NULL DEFAULT ''"),
          QStringLiteral("editChange INTEGER NOT NULL DEFAULT 0"), QStringLiteral("writtenAt INTEGER")}) {
        if (there.contains(column.section(QLatin1Char(' '), 0, 0)))
            continue;
        if (auto done = m_file->run(QStringLiteral("ALTER TABLE drafts ADD COLUMN ") + column); !done)
            return done;
    }
    return Nothing{};
}

QHash<ChatId, Draft> DeskStore::drafts(const QString &account) const
{
    QSqlQuery query = rows(QStringLiteral("SELECT chatId, text, files, replyToSeq, note, noting, editSeq, editText, "
                                          "editChange FROM drafts WHERE account = ?"),
                           {account});
    QHash<ChatId, Draft> drafts;
    while (query.next()) {
        Draft draft{query.value(1).toString(), LetterFiles::read(query.value(2).toString())};
        if (!query.isNull(3))
            draft.replyToSeq = query.value(3).toLongLong();
        draft.note = query.value(4).toString();
        draft.noting = query.value(5).toBool();
        if (!query.isNull(6))
            draft.edit = EditDraft{query.value(6).toLongLong(), query.value(7).toString(), query.value(8).toLongLong()};
        drafts.insert(ChatId::fromTrusted(query.value(0).toString()), draft);
    }
    return drafts;
}

QList<LetterFile> DeskStore::draftFiles() const
{
    QSqlQuery query = rows(QStringLiteral("SELECT files FROM drafts WHERE files <> ''"), {});
    QList<LetterFile> files;
    while (query.next())
        files += LetterFiles::read(query.value(0).toString());
    return files;
}

Result<Nothing> DeskStore::setDraft(const QString &account, const ChatId &chatId, const Draft &draft,
                                    Timestamp writtenAt)
{
    if (draft.isEmpty())
        return m_file->run(QStringLiteral("DELETE FROM drafts WHERE account = ? AND chatId = ?"),
                           {account, chatId.toString()});
    const EditDraft edit = draft.edit.value_or(EditDraft());
    return m_file->run(
        QStringLiteral(
            "INSERT OR REPLACE INTO drafts (account, chatId, text, files, replyToSeq, note, noting, editSeq, "
            "editText, editChange, writtenAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {account, chatId.toString(), stored(draft.text), LetterFiles::write(draft.files), stored(draft.replyToSeq),
         stored(draft.note), draft.noting ? 1 : 0, stored(draft.edit ? std::optional(edit.seq) : std::nullopt),
         stored(edit.text), edit.change, writtenAt.ms});
}

/// Of one that an earlier version wrote it is not known when that was: it counts from now on.
Result<Nothing> DeskStore::forgetOldDrafts(Timestamp now)
{
    constexpr qint64 keptMs = 14LL * 24 * 60 * 60 * 1'000;
    if (auto done = m_file->run(QStringLiteral("UPDATE drafts SET writtenAt = ? WHERE writtenAt IS NULL"), {now.ms});
        !done)
        return done;
    return m_file->run(QStringLiteral("DELETE FROM drafts WHERE writtenAt < ? AND NOT EXISTS (SELECT 1 FROM chats "
                                      "WHERE chats.account = drafts.account AND chats.chatId = drafts.chatId "
                                      "AND chats.endedAt IS NULL)"),
                       {now.ms - keptMs});
}

Result<Nothing> DeskStore::forgetDrafts(const QString &account)
{
    return m_file->run(QStringLiteral("DELETE FROM drafts WHERE account = ?"), {account});
}

} // namespace deskbell::console
