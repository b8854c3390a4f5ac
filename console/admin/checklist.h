#pragma once

#include <QListWidget>

namespace deskbell::console {

class Theme;

/// Several of a few things, each with a mark before it.
class CheckList final : public QListWidget
{
    Q_OBJECT

public:
    /// `emptyText` stands there while there is nothing to choose from.
    CheckList(const Theme &theme, QString emptyText, QWidget *parent = nullptr);

    /// Ids with their names. What is checked stays so.
    void setChoices(const QList<std::pair<QString, QString>> &choices);
    void setChecked(const QStringList &ids);
    /// In the order of the list.
    QStringList checked() const;

Q_SIGNALS:
    void changed();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_emptyText;
};

} // namespace deskbell::console
