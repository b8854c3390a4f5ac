#pragma once

#include "console/state/fileactions.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

namespace deskbell::console {

/// The small pictures of conversations that are in sight or were a moment ago. Asks for each once.
class Pictures final : public QObject
{
    Q_OBJECT

public:
    explicit Pictures(QObject *parent = nullptr);

    /// Where they come from; not owned.
    void setSource(FileActions &source) { m_source = &source; }
    /// Null while it is not here; arrived() tells of it. Valid until the next call.
    const QImage *find(const AttachmentId &id);
    /// Those that could not be had are asked for again.
    void retry();

Q_SIGNALS:
    void arrived();

private:
    void take(const AttachmentId &id, const QByteArray &bytes);

    FileActions *m_source = nullptr;
    QCache<AttachmentId, QImage> m_images; // costs in KiB
    QSet<AttachmentId> m_asked; // and not here, or not to be had
};

} // namespace deskbell::console
