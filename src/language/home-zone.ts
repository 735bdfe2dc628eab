// The clock that people in Kazakhstan go by.

/** As the tz database names it. All of Kazakhstan has one time since March 2024. */
export const HOME_TIME_ZONE = 'Asia/Almaty';
