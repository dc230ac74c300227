/** `node --require`d into a server of a drill: what looks every ten seconds in earnest looks every second here. All else is as it ships. */
require('@nestjs/schedule').CronExpression.EVERY_10_SECONDS = '* * * * * *';
