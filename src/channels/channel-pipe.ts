/** The name of a channel in an address. */
import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../domain/errors.js';
import { CHANNELS, type Channel } from '../domain/words.js';
import { textSent } from '../http/fields.js';

/** 404 for what is no channel. */
@Injectable()
export class ChannelPipe implements PipeTransform<string, Channel> {
  transform(value: string): Channel {
    const name = CHANNELS.find((one) => one === value);
    if (name === undefined) throw notFound('channel', '渠道', textSent(value));
    return name;
  }
}
