#include "console/models/palettemodel.h"

#include "console/models/fuzzy.h"
#include "console/models/wording.h"

namespace deskbell::console {

namespace {

constexpr int fewChats = 5;

/// Without the marks of a menu.
QString textOf(const QAction &action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QStringLiteral(" …")))
        text.chop(2);
    return text;
}

} // namespace

PaletteModel::PaletteModel(const Workspace &workspace, const QList<QAction *> &actions, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_actions(actions.begin(), actions.end())
{
    setPattern({});
}

void PaletteModel::setPattern(const QString &pattern)
{
    beginResetModel();
    m_shown = pattern.trimmed().isEmpty() ? wanting() : found(pattern);
    endResetModel();
}

QList<PaletteModel::Row> PaletteModel::wanting() const
{
    QList<Row> rows;
    for (int i = 0; i < m_workspace.chatCount() && rows.size() < fewChats; ++i) {
        if (m_workspace.isEnded(i))
            continue;
        const api::Chat &chat = m_workspace.chatAt(i);
        if (chat.status == api::ChatStatus::Waiting || m_workspace.unread(chat.id) > 0)
            rows.append({{}, chat.id, oneLine(chat.visitorName)});
    }
    for (const auto &action : m_actions) {
        if (action)
            rows.append({action, {}, textOf(*action)});
    }
    return rows;
}

QList<PaletteModel::Row> PaletteModel::found(const QString &pattern) const
{
    QList<Row> rows;
    for (const auto &action : m_actions) {
        if (!action)
            continue;
        const QString text = textOf(*action);
        if (const auto match = fuzzyMatch(pattern, text))
            rows.append({action, {}, text, match->score + 1, match->places}); // of two alike, the action
    }
    for (int i = 0; i < m_workspace.chatCount(); ++i) {
        const QString name = m_workspace.nameAt(i);
        if (const auto match = fuzzyMatch(pattern, name)) {
            const int live = m_workspace.isEnded(i) ? 0 : 6;
            rows.append({{}, m_workspace.chatAt(i).id, name, match->score + live, match->places});
        }
    }
    const auto better = [](const Row &one, const Row &other) { return one.score > other.score; };
    std::stable_sort(rows.begin(), rows.end(), better);
    if (rows.size() > most)
        rows.resize(most);
    return rows;
}

QString PaletteModel::detailOf(const api::Chat &chat) const
{
    switch (chat.status) {
    case api::ChatStatus::Waiting:
        return tr("waiting %1").arg(waitText(m_workspace.clock().now().ms - chat.createdAt.ms));
    case api::ChatStatus::Ended:
        return tr("ended");
    case api::ChatStatus::Active:
        break;
    }
    if (!m_workspace.isMine(chat))
        return oneLine(chat.operatorName.value_or(QString()));
    const int unread = m_workspace.unread(chat.id);
    return unread > 0 ? tr("%n unread", nullptr, unread) : tr("yours");
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_shown.at(index.row());
    const api::Chat *chat = row.action ? nullptr : m_workspace.chat(row.chat);
    const QString keys = row.action ? row.action->shortcut().toString(QKeySequence::NativeText) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole: {
        const QString more = chat ? detailOf(*chat) : keys;
        return more.isEmpty() ? row.text : QStringLiteral("%1, %2").arg(row.text, more);
    }
    case KeysRole:
        return keys;
    case DetailRole:
        return chat ? detailOf(*chat) : QString();
    case IconRole:
        return row.action ? row.action->property("iconName").toString() : QStringLiteral("person");
    case PlacesRole:
        return QVariant::fromValue(row.places);
    case ActionRole:
        return QVariant::fromValue(row.action.data());
    case ChatRole:
        return row.chat.toString();
    default:
        return {};
    }
}

} // namespace deskbell::console
