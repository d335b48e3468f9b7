#include <QTcpServer>

#include "tests/core/playback/player_fixture.h"

namespace footlight::tests {
namespace {

/// A server that gives one answer to everything.
FeedServer::Handler always(FeedAnswer answer) {
    return
        [answer = std::move(answer)](const FeedRequest&, const FeedServer::Reply& reply) { reply(answer); };
}

FeedServer::Handler redirectTo(const QByteArray& address) {
    return always({302, {}, {{"Location", address}}});
}

}  // namespace

TEST_F(PlayerTest, BrokenPlaylistIsRefusedWithAReason) {
    FeedServer server(always({200, "<html>hello</html>", {}}));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_FALSE(player_.message().isEmpty());
}

TEST_F(PlayerTest, RedirectToAnotherSchemeIsRefused) {
    FeedServer server(redirectTo("file:///etc/passwd"));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("Only http and https")));
}

TEST_F(PlayerTest, RedirectToAnotherHostIsRefusedAndNotFollowed) {
    FeedServer other(always({200, "#EXTM3U", {}}));
    auto elsewhere = other.url(QStringLiteral("/x.m3u8"));
    elsewhere.setHost(QStringLiteral("localhost"));
    FeedServer server(redirectTo(elsewhere.toEncoded()));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("another host")));
    EXPECT_EQ(other.count(QStringLiteral("/")), 0);
}

TEST_F(PlayerTest, RedirectsEndAfterThree) {
    FeedServer server(redirectTo("/again"));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_EQ(server.count(QStringLiteral("/")), 4);
}

TEST_F(PlayerTest, PlaylistThatLeadsToAnotherHostIsRefused) {
    FeedServer server(always({200, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://10.0.0.1/x.m3u8\n", {}}));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("10.0.0.1")));
}

TEST_F(PlayerTest, PlaylistOfMoreThanFourMebibytesIsRefused) {
    QByteArray huge = "#EXTM3U\n";
    huge.append(QByteArray(5 * 1024 * 1024, '#'));
    FeedServer server(always({200, huge, {}}));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("more at once")));
}

TEST_F(PlayerTest, ForbiddenStreamIsRefused) {
    FeedServer server(always({403, {}, {}}));
    player_.open(server.url(QStringLiteral("/live/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("does not let you watch")));
}

TEST_F(PlayerTest, OtherSchemesAreRefusedAtOnce) {
    player_.open(QUrl(QStringLiteral("file:///tmp/x.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("Only http and https")));
}

TEST_F(PlayerTest, RelayThatDoesNotAnswerIsWaitedFor) {
    QTcpServer reserved;
    ASSERT_TRUE(reserved.listen(QHostAddress::LocalHost));
    const auto port = reserved.serverPort();
    reserved.close();
    player_.open(QUrl(QStringLiteral("http://127.0.0.1:%1/live/index.m3u8").arg(port)));
    ASSERT_TRUE(reaches(State::Waiting));
    EXPECT_EQ(player_.message(), QStringLiteral("The relay at 127.0.0.1 does not answer."));
}

TEST_F(PlayerTest, MediaThatCannotBeDecodedIsRefused) {
    const QByteArray playlist =
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MAP:URI=\"i.mp4\"\n#EXTINF:1,\n1.m4s\n#EXTINF:1,\n2.m4s\n#"
        "EXTINF:1,\n3.m4s\n"
        "#EXTINF:1,\n4.m4s\n#EXTINF:1,\n5.m4s\n#EXTINF:1,\n6.m4s\n#EXTINF:1,\n7.m4s\n#EXTINF:1,\n8.m4s\n#EXT-"
        "X-ENDLIST\n";
    FeedServer server([&](const FeedRequest& request, const FeedServer::Reply& reply) {
        reply({200, request.path.endsWith(QStringLiteral("m3u8")) ? playlist : QByteArray(1000, 'x'), {}});
    });
    player_.open(server.url(QStringLiteral("/v/index.m3u8")));
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(player_.message().contains(QStringLiteral("damaged")));
}

TEST_F(PlayerTest, TransportStreamSegmentsPlay) {
    const auto segments = transportStreamClip();
    ASSERT_GT(segments.size(), 2U);
    FeedServer server([&](const FeedRequest& request, const FeedServer::Reply& reply) {
        if (request.path.endsWith(QStringLiteral("m3u8"))) {
            reply({200,
                   "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n0.ts\n#EXTINF:2,\n1.ts\n#EXT-X-ENDLIST\n",
                   {}});
        } else {
            reply({200, segments[request.path.contains(QStringLiteral("0.ts")) ? 0 : 1], {}});
        }
    });
    player_.open(server.url(QStringLiteral("/v/index.m3u8")));
    ASSERT_TRUE(reaches(State::Ended));
    EXPECT_GT(shown_, 110);
}

TEST_F(PlayerTest, ByteRangesOfOneFilePlay) {
    const auto file = clip()->wholeFile();
    const auto initSize = clip()->initSegment.size();
    const auto cut = initSize + clip()->parts[0].bytes.size() + clip()->parts[1].bytes.size();
    const auto playlist =
        QStringLiteral(
            "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:1\n"
            "#EXT-X-MAP:URI=\"f.mp4\",BYTERANGE=\"%1@0\"\n#EXTINF:0.4,\n#EXT-X-BYTERANGE:%2@%1\nf.mp4\n"
            "#EXTINF:0.2,\n#EXT-X-BYTERANGE:%3\nf.mp4\n#EXT-X-ENDLIST\n")
            .arg(initSize)
            .arg(cut - initSize)
            .arg(clip()->parts[2].bytes.size());
    FeedServer server([&](const FeedRequest& request, const FeedServer::Reply& reply) {
        if (request.path.endsWith(QStringLiteral("m3u8"))) {
            reply({200, playlist.toUtf8(), {}});
            return;
        }
        const auto bounds = request.range.mid(6).split('-');
        const auto first = bounds.value(0).toLongLong();
        reply({206, file.mid(first, bounds.value(1).toLongLong() - first + 1), {}});
    });
    player_.open(server.url(QStringLiteral("/v/index.m3u8")));
    ASSERT_TRUE(reaches(State::Ended));
    EXPECT_GT(shown_, 15);
}

}  // namespace footlight::tests
