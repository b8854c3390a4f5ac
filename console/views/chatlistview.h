#pragma once

#include <QListView>

namespace deskbell::console {

class Theme;

/// A list of chats. Enter asks to claim or to go on to the conversation; while the list is on its way it shows the
/// shape of rows.
class ChatListView final : public QListView
{
    Q_OBJECT

public:
    explicit ChatListView(const Theme &theme, QWidget *parent = nullptr);

    void setLoading(bool loading);
    /// A second has passed: what shows a running time is painted again.
    void tick() { viewport()->update(); }

Q_SIGNALS:
    void chosen(const QModelIndex &index); ///< by click or by moving there
    void confirmed(const QModelIndex &index); ///< by Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_loading = false;
};

} // namespace deskbell::console
