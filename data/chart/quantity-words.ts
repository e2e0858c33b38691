/** What the metrics of reported figures are called, as their publishers counted them; the others go by their id. */
export const QUANTITY: { name: "quantity"; english: Readonly<Record<string, string>> } = {
  name: "quantity",
  english: {
    app_store_rank_free_overall: "Rank among free iPhone apps",
    app_store_rank_social: "Rank among social iPhone apps",
    countries_ranked_2_to_10: "Countries where it ranked 2 to 10",
    countries_ranked_first: "Countries where it ranked first",
    countries_ranked_top3: "Countries where it ranked in the top three",
    daily_active_users: "Daily active users",
    daily_active_users_growth_pct: "Change of daily active users",
    dns_traffic_change_pct: "Change of DNS queries",
    downloads: "Downloads over several days",
    downloads_daily: "Downloads a day",
    downloads_growth_multiple: "Multiple of downloads",
    downloads_growth_pct: "Change of downloads",
    english_posts_daily: "Posts in English a day",
    google_play_rank_free_overall: "Rank among free apps on Google Play",
    google_play_rank_social: "Rank among social apps on Google Play",
    hashtag_comments: "Comments on the topic tiktokrefugee",
    hashtag_posts: "Posts on the topic tiktokrefugee",
    hashtag_views: "Views of the topic tiktokrefugee",
    hashtag_views_tiktokban: "Views of the topic tiktokban",
    impressions_daily: "Impressions a day",
    learners_growth_pct: "Change of new learners of Mandarin",
    learners_growth_pct_spanish: "Change of new learners of Spanish",
    learners_total_chinese: "Learners of Chinese",
    live_room_participants: "People in one live room",
    monthly_active_users: "Monthly active users",
    network_traffic_change_pct: "Change of network traffic",
    new_users: "New users over several days",
    research_sample_comments: "Comments in a research corpus",
    research_sample_posts: "Posts in a research corpus",
    search_growth_pct: "Change of searches",
    search_volume_monthly: "Searches a month",
    service_outage_hours: "Hours without service",
    session_minutes: "Minutes per user and day",
    share_of_downloads: "Share of the app’s downloads",
    share_of_traffic_pct: "Share of the app’s traffic",
    share_of_users_pct: "Share of the app’s users",
    users_total: "Users, all told",
    web_visits: "Visits to the website a day",
  },
};

/** @example quantityName("new_users", QUANTITY.english) // "New users over several days" */
export function quantityName(metric: string, names: Readonly<Record<string, string>>): string {
  return names[metric] ?? metric.replaceAll("_", " ");
}
