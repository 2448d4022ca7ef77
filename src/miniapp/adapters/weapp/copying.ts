/**
 * Copying is a privacy interface: WeChat asks before the first time, and disables it when the operator has
 * not declared it. Whoever refused can still take the text by hand: it stands in a field of WeChat's own
 * dialog, where a long press selects and copies.
 */
import Taro from '@tarojs/taro'

interface EditableModal extends Taro.showModal.Option {
  /** Base library 2.17.1; Taro's types lack it. `content` is then the field's text. */
  readonly editable: boolean
}

const byHand = (text: string) => {
  const dialog: EditableModal = {
    title: '没能自动复制，长按下面的字自己复制',
    content: text,
    editable: true,
    showCancel: false,
    confirmText: '好了',
    confirmColor: '#0B5D6B',
  }
  return Taro.showModal(dialog)
}

/** WeChat shows its own toast when it has copied. false: refused, and the other way has been shown. */
export async function copy(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    await byHand(text)
    return false
  }
}
