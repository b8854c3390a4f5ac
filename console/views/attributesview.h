#pragma once

#include "console/state/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace deskbell::console {

class FactView;
class Theme;

/// What the site has said of a visitor, name by name.
class AttributesView final : public QWidget
{
    Q_OBJECT

public:
    AttributesView(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    void open(const VisitorId &id);
    /// What Tab comes from.
    void setBefore(QWidget *before) { m_before = before; }
    /// What Tab goes on from.
    QWidget *last() const;

private:
    void show();
    void showRows(const QList<api::VisitorAttribute> &attributes);
    void showHint();

    const Theme &m_theme;
    const Workspace &m_workspace;
    VisitorId m_visitorId;
    QLabel *m_title;
    QLabel *m_hint; // where there are no rows
    QVBoxLayout *m_column;
    QList<FactView *> m_rows;
    QWidget *m_before = nullptr;
    QTimer m_patience; // runs while it is too early to say that something is loading
};

} // namespace deskbell::console
